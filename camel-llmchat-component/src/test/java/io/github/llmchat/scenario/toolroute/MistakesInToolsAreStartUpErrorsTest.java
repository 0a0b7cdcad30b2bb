package io.github.llmchat.scenario.toolroute;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MistakesInToolsAreStartUpErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       get weather                                            | must be 1 to 64 letters, digits, _ or -
                       get.weather                                            | must be 1 to 64 letters, digits, _ or -
                       12345678901234567890123456789012345678901234567890123456789012345 | must be 1 to 64
                       x?name=y                                               | is in the path, not an option
                       x?parameter.a=text                                     | parameter.a=text: the type must be string, integer
                       x?parameter.a=object                                   | use argSchema
                       x?parameter.a.required=true                            | there is no parameter of this name; declare it by parameter.a=
                       x?parameter.a=int&parameter.b.description=c            | parameter.b.description: there is no parameter
                       x?parameter.a=int&parameter.a.requierd=true            | what can be said of a parameter is description, required and enum
                       x?parameter.a=int&parameter.a.required=yes             | parameter.a.required=yes: must be true or false
                       x?parameter.a=int&parameter.a.enum=1,two               | parameter.a.enum: two is no value of the type integer
                       x?parameter.a=bool&parameter.a.enum=yes                | yes is no value of the type boolean
                       x?parameter.a=string&parameter.a.enum=,                | there must be a value
                       x?parameter.CamelHttpUri=string                        | must not begin with Camel
                       x?parameter.cAMELFoo=string                            | must not begin with Camel
                       x?parameter.camel=string                               | must not begin with Camel
                       x?argSchema=RAW({})                                    | must be the JSON Schema of an object
                       x?argSchema=RAW({"type":"string"})                     | must be the JSON Schema of an object
                       x?argSchema=RAW({"type":"object","properties":[]})     | argSchema is no JSON Schema: $.properties
                       x?argSchema=RAW([])                                    | argSchema is no JSON Schema: it is no JSON object
                       x?argSchema=RAW({"type":)                              | argSchema is no JSON Schema: it is no JSON
                       x?argSchema=RAW({"type":"object","$ref":"http://a/b"}) | argSchema is no JSON Schema: the reference http://a/b leads outside
                       x?argSchema=resource:classpath:tools/none.json         | argSchema=resource:classpath:tools/none.json: the resource can't be read
                       x?argSchema=classpath:tools/order.json&parameter.a=int | exclude each other: put parameter.a into the schema
                       x?timeout=-1                                           | must be 0 or more
                       x?maxConcurrency=-2                                    | must be 0 or more
                       x?maxResultSize=0                                      | must be 1 or more
                       x?approvalUri=kamelet:approve                          | approvalUri can't be a Kamelet
                       x?approvalUri=nowhere:approve                          | nowhere
                       """)
    void eachSaysWhatToDo(String uri, String message) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(context, routes -> routes.from("llmchat-tool:" + uri).log("called"));

            assertThatThrownBy(context::start).hasStackTraceContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            direct:x | llmchat-tool:x | can't be used in to()
            """)
    void toolsAreNotSentTo(String from, String to, String message) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(context, routes -> routes.from(from).to(to));

            assertThatThrownBy(context::start).hasStackTraceContaining(message);
        }
    }
}
