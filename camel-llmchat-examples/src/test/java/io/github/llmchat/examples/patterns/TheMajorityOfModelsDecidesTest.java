package io.github.llmchat.examples.patterns;

import java.util.Map;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TheMajorityOfModelsDecidesTest extends PatternScenario {

    private static final Script FAILURE = Script.error(401, "invalid_request_error", "invalid_api_key", "Wrong key");

    TheMajorityOfModelsDecidesTest() {
        super("vote");
    }

    @Test
    void answersThatMeanTheSameCountTogether() throws Exception {
        models(Map.of("first", Script.answer("Yes."), "second", Script.answer("no"), "third", Script.answer("yes")));

        assertThat(routes.send("You have won")).isEqualTo("yes: {no=1, yes=2}");
        assertThat(GATEWAY.requests()).extracting(PatternScenario::prompt).containsOnly("You have won").hasSize(3);
    }

    @Test
    void aModelThatFailsHasNoVote() throws Exception {
        models(Map.of("first", FAILURE, "second", Script.answer("no"), "third", Script.answer("no")));

        assertThat(routes.send("You have won")).isEqualTo("no: {no=2}");
    }

    @Test
    void withoutAMajorityAPersonDecides() throws Exception {
        models(Map.of("first", Script.answer("yes"), "second", FAILURE, "third", Script.answer("no")));

        assertThat(routes.send("You have won")).isEqualTo("for a person to decide: {no=1, yes=1}");
    }

    @Test
    void ifAllFailSoDoesTheRoute() {
        models(Map.of("first", FAILURE, "second", FAILURE, "third", FAILURE));

        assertThatThrownBy(() -> routes.send("You have won")).hasCauseInstanceOf(AuthenticationException.class);
    }

    private static void models(Map<String, Script> answers) {
        GATEWAY.alwaysAnswers(request -> answers.get(model(request)));
    }
}
