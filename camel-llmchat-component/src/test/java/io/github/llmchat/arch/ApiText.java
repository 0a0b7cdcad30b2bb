package io.github.llmchat.arch;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declarations as text. What reflection itself prints is not the same on all JDKs. */
final class ApiText {

    private static final int SHOWN
            = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;

    private ApiText() {
    }

    static String type(Class<?> type) {
        List<String> words = new ArrayList<>();
        int modifiers = type.getModifiers() & SHOWN;
        words.add(Modifier.toString(type.isInterface() ? modifiers & ~Modifier.ABSTRACT : modifiers));
        if (type.isSealed()) {
            words.add("sealed");
        }
        words.add(kind(type) + " " + type.getName() + variables(type.getTypeParameters()) + components(type));
        if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class) {
            words.add("extends " + name(type.getGenericSuperclass()));
        }
        if (type.getGenericInterfaces().length > 0) {
            words.add((type.isInterface() ? "extends " : "implements ") + names(type.getGenericInterfaces()));
        }
        return String.join(" ", words);
    }

    static String field(Field field) {
        String text = deprecated(field.isAnnotationPresent(Deprecated.class)) + modifiers(field.getModifiers())
                      + name(field.getGenericType()) + " " + field.getName();
        return Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())
                ? text + constant(field) : text;
    }

    static String executable(Executable executable) {
        StringBuilder text = new StringBuilder(deprecated(executable.isAnnotationPresent(Deprecated.class)));
        text.append(modifiers(executable.getModifiers()));
        if (executable instanceof Method method) {
            text.append(method.isDefault() ? "default " : "");
            text.append(variables(method.getTypeParameters()).isEmpty() ? "" : variables(method.getTypeParameters()) + " ");
            text.append(name(method.getGenericReturnType())).append(' ').append(method.getName());
        } else {
            text.append(executable.getDeclaringClass().getSimpleName());
        }
        text.append('(').append(names(executable.getGenericParameterTypes())).append(')');
        if (executable.getExceptionTypes().length > 0) {
            text.append(" throws ").append(names(executable.getGenericExceptionTypes()));
        }
        return text.toString();
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private static String components(Class<?> type) {
        if (!type.isRecord()) {
            return "";
        }
        Function<RecordComponent, String> text = part -> name(part.getGenericType()) + " " + part.getName();
        return Stream.of(type.getRecordComponents()).map(text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String constant(Field field) {
        boolean simple = field.getType().isPrimitive() || field.getType() == String.class;
        if (!simple || !field.trySetAccessible()) {
            return "";
        }
        try {
            Object value = field.get(null);
            return " = " + (value instanceof String ? "\"" + value + "\"" : value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String deprecated(boolean deprecated) {
        return deprecated ? "@Deprecated " : "";
    }

    private static String modifiers(int modifiers) {
        return Modifier.toString(modifiers & SHOWN) + " ";
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? "" : Stream.of(variables).map(TypeVariable::getName).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String names(Type[] types) {
        return Stream.of(types).map(ApiText::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    }
}
