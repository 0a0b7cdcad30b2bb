package io.github.llmchat.examples.tickets.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.Ticket;
import io.github.llmchat.examples.tickets.TicketFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DemoAnswersTest {

    private final DemoAnswers answers = DemoAnswers.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Where is my parcel with order 20391847?       | delivery | no  | service team",
            "Mein Akku lädt nicht, das Gerät ist neu.       | technical | no | Kundendienst",
            "Je veux être remboursé, c'est inadmissible !   | refund | yes | service clients",
            "Mi abogada presentará la demanda el lunes.     | legal | yes | atención al cliente",
            "La password non viene accettata, non so perché. | account | no | servizio clienti",
            "Adorei o atendimento, parabéns a todos vocês!  | praise | no | apoio ao cliente",
            "Dzień dobry, czy jest to dostępne na prezent?  | other | no | obsługi klienta",
            "Şifremi unuttum, hesabıma giriş yapamıyorum bir türlü. | account | no | müşteri hizmetleri",
            "Het pakket is niet bezorgd bij mij.            | delivery | no | klantenservice",
            "骗子！不退款我就曝光你们。                        | refund | yes | 客户服务",
            "荷物がまだ届きません。                           | delivery | no | お客様窓口",
            "أين الطرد؟ لم يصل حتى الآن.                      | delivery | no | خدمة العملاء",
            "Не могу войти в аккаунт.                       | account | no | служба поддержки"
    })
    void repliesInTheTicketsLanguage(String ticket, String category, String escalate, String closing) {
        String answer = answers.answer(request(ticket)).text();

        assertThat(answer).startsWith("CATEGORY: " + category + "\nESCALATE: " + escalate + "\n\n").contains(closing);
    }

    @Test
    void answersEveryShippedTicketIn30To120Pieces() {
        Map<String, Integer> categories = new HashMap<>();
        for (Ticket ticket : TicketFeed.shipped().tickets()) {
            DemoAnswer answer = answers.answer(request(ticket.text()));
            assertThat(answer.pieces()).as(ticket.id()).hasSizeBetween(30, 120).doesNotContain("");
            categories.merge(answer.text().lines().findFirst().orElseThrow(), 1, Integer::sum);
        }
        assertThat(categories).hasSize(7).allSatisfy((category, count) -> assertThat(count).isGreaterThan(5));
    }

    @Test
    void givesTheSamePromptTheSameAnswer() {
        DemoRequest request = request("Do you sell the blue lid separately?");

        assertThat(answers.answer(request)).isEqualTo(DemoAnswers.shipped().answer(request));
    }

    @Test
    void classifiesOnlyIfTheSystemMessageAsksForIt() {
        DemoRequest request = new DemoRequest("", DemoGateway.MODEL, "", "Hello!", 6, false, 1000, List.of(), List.of());

        assertThat(answers.answer(request).text()).doesNotContain("CATEGORY").endsWith("Kind regards from your service team.");
    }

    @Test
    void cutsTextIntoPiecesThatAreTheTextWhenJoined() {
        String text = "Unbelievably good 👩‍🚀🎉 退款已经发起。 end\n\n";

        List<String> pieces = TextPieces.of(text);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).startsWith("Unbeli", "evably", " good").contains("款已");
        assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
    }

    private static DemoRequest request(String ticket) {
        return new DemoRequest(
                "T-1", DemoGateway.MODEL, GatewayClient.SYSTEM, ticket, ticket.length(), true, Integer.MAX_VALUE,
                List.of(), List.of());
    }
}
