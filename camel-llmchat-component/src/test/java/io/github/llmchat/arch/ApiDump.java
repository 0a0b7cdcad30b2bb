package io.github.llmchat.arch;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/** The public types and members among some classes as text: a line for each, the same on every JDK. */
final class ApiDump {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Class<?> type;
    private final List<String> lines = new ArrayList<>();

    private ApiDump(Class<?> type) {
        this.type = type;
    }

    static List<String> of(JavaClasses classes, Predicate<JavaClass> wanted) {
        return classes.stream()
                .filter(wanted)
                .map(JavaClass::reflect)
                .filter(ApiDump::isReachable)
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(type -> new ApiDump(type).lines().stream())
                .toList();
    }

    private static boolean isReachable(Class<?> type) {
        return type == null || Modifier.isPublic(type.getModifiers()) && isReachable(type.getEnclosingClass());
    }

    private List<String> lines() {
        lines.add(ApiText.type(type));
        add(ancestry().flatMap(each -> Stream.of(each.getDeclaredFields())), ApiText::field);
        add(Stream.of(type.getDeclaredConstructors()), ApiText::executable);
        add(ancestry().flatMap(each -> Stream.of(each.getDeclaredMethods()))
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName())), ApiText::executable);
        lines.add("");
        return lines;
    }

    private <M extends Member> void add(Stream<M> members, Function<M, String> text) {
        members.filter(this::isVisible)
                .sorted(Comparator.<M, String> comparing(Member::getName).thenComparing(text))
                .map(text)
                .distinct()
                .forEach(line -> lines.add("    " + line));
    }

    /** The type and those of its ancestors that users can't name: what is public there is reached through the type. */
    private Stream<Class<?>> ancestry() {
        return Stream.iterate(type, each -> each == type || each != null && !Modifier.isPublic(each.getModifiers()),
                Class::getSuperclass);
    }

    private boolean isVisible(Member member) {
        boolean inherited = Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers());
        return !member.isSynthetic() && (Modifier.isPublic(member.getModifiers()) || inherited);
    }
}
