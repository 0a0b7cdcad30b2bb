package io.github.llmchat.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Classes of this module, as they were compiled. */
final class ComponentClasses {

    private static final JavaClasses WRITTEN = importWritten();

    private ComponentClasses() {
    }

    /** The component, without tests and without what Camel's plugin generated. */
    static JavaClasses written() {
        return WRITTEN;
    }

    /** Not only tests: also what they, and those of other modules, are written with. */
    static JavaClasses tests() {
        return new ClassFileImporter().importPath(Path.of("target", "test-classes"));
    }

    private static JavaClasses importWritten() {
        Set<String> generated = generatedSources();
        return new ClassFileImporter().importPath(Path.of("target", "classes"))
                .that(DescribedPredicate.describe("written by hand", type -> !generated.contains(sourceOf(type))));
    }

    private static Set<String> generatedSources() {
        Path root = Path.of("src", "generated", "java");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "."))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sourceOf(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }
}
