package io.github.llmchat.examples.tickets.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes up answers of the demo gateway: finds the category by key words and the language by script and common words,
 * and puts template sentences together. The same request always gets the same answer, of 30 to 120 pieces.
 */
final class DemoAnswers implements Answers {

    private static final String RESOURCE = "/tickets/demo-gateway.json";
    private static final Pattern ORDER_NUMBER
            = Pattern.compile("(?<![A-Z0-9])(?:[A-Z]{2,4}-?\\d{4,10}|#\\d{4,10}|\\d{6,12})(?!\\d)");
    private static final int FEWEST_PIECES = 40;
    private static final int PIECES_SPAN = 45;

    private final Map<String, KeyWords> categories;
    private final KeyWords escalate;
    private final Languages languages;

    private DemoAnswers(AnswerRules rules) {
        categories = KeyWords.byName(rules.categories());
        escalate = new KeyWords(rules.escalate());
        languages = new Languages(rules.languages());
    }

    static DemoAnswers shipped() {
        try (InputStream rules = DemoAnswers.class.getResourceAsStream(RESOURCE)) {
            return new DemoAnswers(new ObjectMapper().readValue(rules, AnswerRules.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo gateway's rules are not readable: " + RESOURCE, e);
        }
    }

    @Override
    public List<String> models() {
        return List.of(DemoGateway.MODEL);
    }

    @Override
    public DemoAnswer answer(DemoRequest request) {
        UUID seed = UUID.nameUUIDFromBytes((request.system() + '\n' + request.user()).getBytes(StandardCharsets.UTF_8));
        List<String> pieces = new ArrayList<>();
        String category = category(request.user());
        if (request.system().contains("CATEGORY:")) {
            boolean escalated = "legal".equals(category) || escalate.count(request.user()) > 0;
            pieces.addAll(TextPieces.of("CATEGORY: " + category + "\nESCALATE: " + (escalated ? "yes" : "no") + "\n\n"));
        }
        pieces.addAll(reply(request.user(), category, seed.hashCode() & Integer.MAX_VALUE));
        boolean cut = pieces.size() > request.maxTokens();
        return new DemoAnswer(
                "chatcmpl-demo-" + seed.toString().replace("-", ""), request.model(),
                List.copyOf(cut ? pieces.subList(0, Math.max(0, request.maxTokens())) : pieces),
                request.characters() / 4 + 1, cut ? "length" : "stop");
    }

    /** The category with the most key words; of equals, the one that comes first in the rules. */
    private String category(String ticket) {
        String best = "other";
        int most = 0;
        for (Map.Entry<String, KeyWords> category : categories.entrySet()) {
            int found = category.getValue().count(ticket);
            if (found > most) {
                best = category.getKey();
                most = found;
            }
        }
        return best;
    }

    private List<String> reply(String ticket, String category, int seed) {
        Phrases phrases = languages.of(ticket);
        List<String> pieces = new ArrayList<>(TextPieces.of(pick(phrases.opening(), seed)));
        Matcher order = ORDER_NUMBER.matcher(ticket);
        if (order.find()) {
            pieces.addAll(TextPieces.of(phrases.gap() + phrases.reference().replace("{0}", order.group())));
        }
        pieces.addAll(TextPieces.of(phrases.gap() + pick(phrases.replies().get(category), seed / 7)));
        List<String> closing = TextPieces.of(phrases.gap() + phrases.closing());
        int wanted = FEWEST_PIECES + seed % PIECES_SPAN - closing.size();
        for (int i = 0; i < phrases.more().size() && pieces.size() < wanted; i++) {
            pieces.addAll(TextPieces.of(phrases.gap() + phrases.more().get((i + seed % 1000) % phrases.more().size())));
        }
        pieces.addAll(closing);
        return pieces;
    }

    private static String pick(List<String> sentences, int seed) {
        return sentences.get(seed % sentences.size());
    }
}
