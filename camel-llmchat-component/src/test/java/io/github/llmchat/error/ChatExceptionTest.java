package io.github.llmchat.error;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.llmchat.model.ApiError;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCallOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChatExceptionTest {

    private static final ErrorDetails DETAILS
            = new ErrorDetails(429, "t", "c", "p", "req-1", Duration.ofSeconds(2), "https://gateway/v1/chat/completions", null);
    private static final ChatCompletion PARTIAL = ChatCompletion.fromJson("{\"id\":\"c\"}");
    private static final Throwable CAUSE = new IllegalStateException("cause");

    static List<ChatException> simple() {
        return List.of(
                new BadRequestException("m", DETAILS, CAUSE), new ContextLengthException("m", DETAILS, CAUSE),
                new AuthenticationException("m", DETAILS, CAUSE), new PermissionException("m", DETAILS, CAUSE),
                new ModelNotFoundException("m", DETAILS, CAUSE), new QuotaException("m", DETAILS, CAUSE),
                new RateLimitException("m", DETAILS, CAUSE), new ServerException("m", DETAILS, CAUSE),
                new ConnectionException("m", DETAILS, CAUSE),
                new ToolException("m", DETAILS, "get_order", ToolCallOutcome.FAILED, CAUSE));
    }

    static List<ChatException> withPartialAnswer() {
        return List.of(
                new StreamTruncatedException("m", DETAILS, PARTIAL, CAUSE),
                new StreamErrorException("m", DETAILS, PARTIAL, CAUSE),
                new StreamCancelledException("m", DETAILS, PARTIAL, CAUSE),
                new LimitException("m", DETAILS, "maxEventSize", 16, PARTIAL, CAUSE),
                new IncompleteAnswerException("m", DETAILS, "length", PARTIAL, CAUSE),
                new OutputSchemaException("m", DETAILS, List.of("$.total: is missing"), PARTIAL, CAUSE),
                new ChatTimeoutException("m", DETAILS, ChatTimeoutException.Timeout.READ, PARTIAL, CAUSE));
    }

    static Stream<ChatException> all() {
        return Stream.concat(simple().stream(), withPartialAnswer().stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyExceptionTellsWhatTheGatewaySaid(ChatException e) {
        assertThat(e).hasMessage("m").hasCause(CAUSE);
        assertThat(e.details()).isEqualTo(DETAILS);
        assertThat(e.httpStatus()).isEqualTo(429);
        assertThat(e.type()).isEqualTo("t");
        assertThat(e.code()).isEqualTo("c");
        assertThat(e.param()).isEqualTo("p");
        assertThat(e.requestId()).isEqualTo("req-1");
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(e.url()).isEqualTo("https://gateway/v1/chat/completions");
        assertThat(e.category()).isIn("RATE_LIMIT", "SERVER_ERROR", "AUTH", "VALIDATION", "UNKNOWN");
    }

    @Test
    void whateverEndsAnAnswerCarriesWhatWasReceived() {
        assertThat(withPartialAnswer()).allSatisfy(e -> assertThat(e.partialCompletion()).isSameAs(PARTIAL));
        assertThat(simple()).allSatisfy(e -> assertThat(e.partialCompletion()).isNull());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whateverEndsARoundOfToolsCarriesTheConversation(ChatException e) {
        assertThat(e.conversation()).isEmpty();

        e.setConversation(List.of(ChatMessage.user("q")));

        assertThat(e.conversation()).containsExactly(ChatMessage.user("q"));
    }

    @Test
    void theTableAboveIsTheWholeFamily() {
        assertThat(all().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(
                family(ChatException.class).toList());
    }

    @Test
    void missingDetailsAreNone() {
        ChatException e = new ConnectionException("m", null);

        assertThat(e.details()).isEqualTo(ErrorDetails.NONE);
        assertThat(e.httpStatus()).isZero();
        assertThat(e.url()).isNull();
    }

    @Test
    void categoriesAreThoseOfCamel() {
        assertThat(new RateLimitException("m", DETAILS).category()).isEqualTo("RATE_LIMIT");
        assertThat(new AuthenticationException("m", DETAILS).category()).isEqualTo("AUTH");
        assertThat(new ContextLengthException("m", DETAILS).category()).isEqualTo("VALIDATION");
        assertThat(new ServerException("m", DETAILS).category()).isEqualTo("SERVER_ERROR");
        assertThat(new StreamTruncatedException("m", DETAILS, null).category()).isEqualTo("SERVER_ERROR");
        assertThat(new StreamCancelledException("m", DETAILS, null).category()).isEqualTo("UNKNOWN");
        assertThat(new ToolException("m", DETAILS, "t", ToolCallOutcome.TIMED_OUT, null).category()).isEqualTo("SERVER_ERROR");
        assertThat(new ToolException("m", DETAILS, "t", ToolCallOutcome.REFUSED, null).category()).isEqualTo("VALIDATION");
    }

    @ParameterizedTest
    @EnumSource(ChatTimeoutException.Timeout.class)
    void timeoutNamesItsOptionAndTheTime(ChatTimeoutException.Timeout timeout) {
        ChatTimeoutException e = ChatTimeoutException.of(timeout, Duration.ofMillis(1500), DETAILS, PARTIAL);

        assertThat(e.timeout()).isEqualTo(timeout);
        assertThat(e).hasMessageContaining("1500 ms").hasMessageContaining(timeout.option());
        assertThat(timeout.option()).isEqualTo(timeout.name().toLowerCase(Locale.ROOT) + "Timeout");
    }

    @Test
    void timeoutInWholeSecondsIsGivenInSeconds() {
        assertThat(ChatTimeoutException.of(ChatTimeoutException.Timeout.READ, Duration.ofMinutes(5), null, null))
                .hasMessage("The gateway sent no byte for 300 s (option readTimeout)");
    }

    @Test
    void limitNamesItsOptionAndValue() {
        LimitException e = LimitException.of("An event of the stream", "maxEventSize", 16_777_216, DETAILS, null);

        assertThat(e).hasMessage("An event of the stream goes beyond 16777216 (option maxEventSize)");
        assertThat(e.option()).isEqualTo("maxEventSize");
        assertThat(e.limit()).isEqualTo(16_777_216);
    }

    @Test
    void incompleteAnswerNamesItsFinishReason() {
        IncompleteAnswerException e = IncompleteAnswerException.of("length", DETAILS, PARTIAL);

        assertThat(e).hasMessage("The answer ended with the finish reason length (option failOnFinishReason)");
        assertThat(e.finishReason()).isEqualTo("length");
        assertThat(e.partialCompletion()).isSameAs(PARTIAL);
    }

    @Test
    void anAnswerThatBreaksItsSchemaNamesThePlaces() throws Exception {
        List<String> places = new ArrayList<>(List.of("$.total: is missing"));
        OutputSchemaException e = new OutputSchemaException("m", DETAILS, places, PARTIAL, null);
        places.clear();

        assertThat(e.violations()).containsExactly("$.total: is missing");
        assertThat(((OutputSchemaException) copy(e)).violations()).isEqualTo(e.violations());
    }

    @Test
    void detailsTakeWhatIsFoundOutLater() {
        ApiError error = ApiError.fromBody(
                "{\"error\":{\"type\":\"t\",\"code\":\"c\",\"param\":\"p\"}}".getBytes(StandardCharsets.UTF_8));
        ErrorDetails details = ErrorDetails.of(error).withHttpStatus(429).withRequestId("req-1")
                .withRetryAfter(Duration.ofSeconds(2)).withUrl("https://gateway/v1/chat/completions");

        assertThat(details).isEqualTo(DETAILS);
        assertThat(details.withError(null)).isEqualTo(DETAILS);
        assertThat(ErrorDetails.of(null)).isEqualTo(ErrorDetails.NONE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void exceptionsAreSerialisableWithoutTheAnswer(ChatException e) throws Exception {
        ChatException copy = copy(e);

        assertThat(copy).hasSameClassAs(e).hasMessage("m");
        assertThat(copy.details()).isEqualTo(DETAILS);
        assertThat(copy.partialCompletion()).isNull();
    }

    private static ChatException copy(ChatException e) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ChatException) in.readObject();
        }
    }

    private static Stream<Class<?>> family(Class<?> type) {
        Stream<Class<?>> below = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ChatExceptionTest::family) : Stream.empty();
        return Modifier.isAbstract(type.getModifiers()) ? below : Stream.concat(Stream.of(type), below);
    }
}
