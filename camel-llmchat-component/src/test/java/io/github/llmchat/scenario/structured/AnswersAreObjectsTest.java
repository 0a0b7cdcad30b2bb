package io.github.llmchat.scenario.structured;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersAreObjectsTest extends StructuredScenario {

    private static final Invoice INVOICE_A7 = new Invoice(
            "A-7", Invoice.Currency.EUR, List.of(new Invoice.Line("nail", 3, new BigDecimal("0.10"))));

    /** With a registry's mapper that has a naming strategy. */
    public static final class Person {

        private String firstName;

        public String getFirstName() {
            return firstName;
        }

        public void setFirstName(String firstName) {
            this.firstName = firstName;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { GOOD, "\n " + GOOD + "\n", "```json\n" + GOOD + "\n```", "```\n" + GOOD + "\n```\n" })
    void theBodyIsTheObject(String text) {
        willAnswer(text);

        Exchange exchange = answered(INVOICE);

        assertThat(exchange.getMessage().getBody()).isEqualTo(INVOICE_A7);
        assertThat(exchange.getMessage().getHeader(LlmChatConstants.REPAIRS)).isEqualTo(0L);
    }

    @Test
    void theSchemaOfTheClassIsSent() {
        willAnswer(GOOD);

        answered(INVOICE);

        JsonNode format = request(0).path("response_format");
        assertThat(format.path("type").asText()).isEqualTo("json_schema");
        assertThat(format.at("/json_schema/name").asText()).isEqualTo("Invoice");
        assertThat(format.at("/json_schema/strict").asBoolean()).isTrue();
        JsonNode schema = format.at("/json_schema/schema");
        assertThat(schema.path("required")).extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("number", "currency", "order_lines");
        assertThat(schema.path("additionalProperties")).hasToString("false");
        assertThat(schema.at("/properties/number/description").asText()).isEqualTo("The number printed at the top right");
    }

    @Test
    void alsoWhenTheAnswerIsStreamed() {
        gateway.willAnswer(Script.sse().text(GOOD.substring(0, 20), GOOD.substring(20)).finish("stop").usage(10, 5).done());

        assertThat(answered(INVOICE + "&streaming=true&output=text").getMessage().getBody()).isEqualTo(INVOICE_A7);
        assertThat(request(0).path("stream").asBoolean()).isTrue();
    }

    @Test
    void severalAnswersAreAListOfObjects() {
        gateway.willAnswer(
                Script.sse().delta(0, "{\"content\":" + text(GOOD) + "}").delta(1, "{\"content\":" + text(GOOD) + "}")
                        .done());

        assertThat(answered(INVOICE + "&n=2&streaming=true&output=text").getMessage().getBody())
                .isEqualTo(List.of(INVOICE_A7, INVOICE_A7));
    }

    @Test
    void anOutputThatIsAskedForStaysWhatItIs() {
        willAnswer(GOOD);

        ChatCompletion completion = answered(INVOICE + "&output=completion").getMessage().getBody(ChatCompletion.class);

        assertThat(completion.text()).isEqualTo(GOOD);
    }

    @Test
    void theRegistrysMapperIsUsed() {
        context.getRegistry().bind("mapper",
                new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE));
        willAnswer("{\"FirstName\":\"Ada\"}");

        Object body = answered(
                "jsonSchema=RAW({\"type\":\"object\",\"required\":[\"FirstName\"]})&outputClass=" + Person.class.getName())
                .getMessage().getBody();

        assertThat(body).isInstanceOfSatisfying(Person.class, person -> assertThat(person.getFirstName()).isEqualTo("Ada"));
    }

    @Test
    void aHeaderNamesTheClassForOneMessage() {
        willAnswer(GOOD, "plain");

        Exchange exchange = template.request(llmchat(""), e -> {
            e.getMessage().setBody(PROMPT);
            e.getMessage().setHeader(LlmChatConstants.OUTPUT_CLASS, Invoice.class);
        });

        assertThat(exchange.getMessage().getBody()).isEqualTo(INVOICE_A7);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(LlmChatConstants.OUTPUT_CLASS);
        assertThat(answered("").getMessage().getBody()).isEqualTo("plain");
    }

    @Test
    void toolCallsAreNoAnswerYet() {
        gateway.willAnswer(Script.sse().toolCall(0, "call_1", "lookup", "{}").finish("tool_calls").done());

        assertThat(answered(INVOICE + "&streaming=true&output=text").getMessage().getBody()).asList().hasSize(1);
    }

    private static String text(String json) {
        return TextNode.valueOf(json).toString();
    }
}
