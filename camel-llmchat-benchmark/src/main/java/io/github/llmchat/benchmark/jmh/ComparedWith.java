package io.github.llmchat.benchmark.jmh;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark's ratio is taken to: another one of its class, run with the same parameters. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ComparedWith {

    /** {@return the name of the other one's method} */
    String value();
}
