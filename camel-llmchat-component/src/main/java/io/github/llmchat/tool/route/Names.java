package io.github.llmchat.tool.route;

import java.util.Arrays;
import java.util.List;

/** Options that are lists of names. */
final class Names {

    private Names() {
    }

    /** {@return what is between the commas, without white space and nothing} */
    static List<String> split(String list) {
        return list == null
                ? List.of() : Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
