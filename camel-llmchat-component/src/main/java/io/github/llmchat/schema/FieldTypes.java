package io.github.llmchat.schema;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.FieldScope;

/**
 * What a field may hold on the wire, where that is not what Java says.
 */
final class FieldTypes {

    private static final Map<Class<?>, Class<?>> OPTIONALS = Map.of(
            OptionalInt.class, Integer.class,
            OptionalLong.class, Long.class,
            OptionalDouble.class, Double.class);

    private FieldTypes() {
    }

    /** The type inside an optional number; the generator itself sees into {@code Optional}. */
    static List<ResolvedType> overridden(FieldScope field) {
        Class<?> number = field.getType() == null ? null : OPTIONALS.get(field.getType().getErasedType());
        return number == null ? null : List.of(field.getContext().resolve(number));
    }

    /** Whether the field is optional, or carries anybody's annotation {@code Nullable}. */
    static boolean isNullable(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return false;
        }
        Class<?> declared = field.getRawMember().getType();
        return declared == Optional.class || OPTIONALS.containsKey(declared)
                || Stream.of(field.getRawMember().getAnnotations(), field.getRawMember().getAnnotatedType().getAnnotations())
                        .flatMap(Stream::of).map(Annotation::annotationType).map(Class::getSimpleName)
                        .anyMatch("Nullable"::equals);
    }
}
