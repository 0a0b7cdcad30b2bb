package io.github.llmchat.schema;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.DisallowUnknownJsonMetaSchemaFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;

/**
 * From a JSON Schema to something that checks documents. A schema is checked itself first, against that of its draft.
 */
final class SchemaCompiler {

    private static final List<VersionFlag> DRAFTS
            = List.of(VersionFlag.V4, VersionFlag.V6, VersionFlag.V7, VersionFlag.V201909, VersionFlag.V202012);

    private static final SchemaValidatorsConfig CONFIG = config(null);

    /** The schemas of the drafts, as far as they were needed. Guarded by itself. */
    private static final Map<VersionFlag, SchemaCheck> META = new EnumMap<>(VersionFlag.class);

    private SchemaCompiler() {
    }

    /**
     * Compiles a schema.
     *
     * @param  option                   where it was given
     * @throws IllegalArgumentException if it is none; the message says where
     */
    static SchemaCheck compile(String option, JsonNode schema) {
        try {
            return compile(schema);
        } catch (InvalidSchemaException e) {
            throw new IllegalArgumentException(option + " is no JSON Schema: " + e.getMessage(), e.getCause());
        }
    }

    private static SchemaCheck compile(JsonNode schema) {
        VersionFlag draft = draft(schema);
        List<String> wrong = wrong(schema, draft);
        if (!wrong.isEmpty()) {
            throw new InvalidSchemaException(String.join("; ", wrong), null);
        }
        LocalReferences.check(schema);
        try {
            // a factory of its own: it remembers what it has compiled
            JsonSchema compiled = factory(draft).getSchema(schema, CONFIG);
            compiled.initializeValidators();
            compiled.validate(schema.path("a node that is missing"));
            return new SchemaCheck(compiled, SchemaWords.names(schema)::contains);
        } catch (StackOverflowError e) {
            throw new InvalidSchemaException("a reference leads to itself", e);
        } catch (RuntimeException e) {
            throw new InvalidSchemaException(RuleWords.shortened(String.valueOf(e.getMessage()).replaceAll("\\s+", " ")), e);
        }
    }

    private static VersionFlag draft(JsonNode schema) {
        JsonNode named = schema.get("$schema");
        if (named == null || named.isNull()) {
            return VersionFlag.V202012;
        }
        String id = named.asText().replaceFirst("#$", "");
        return DRAFTS.stream().filter(draft -> draft.getId().replaceFirst("#$", "").equals(id)).findFirst()
                .orElseThrow(() -> new InvalidSchemaException(
                        "$.$schema: must be one of the drafts 4, 6, 7, 2019-09, 2020-12", null));
    }

    private static JsonSchemaFactory factory(VersionFlag draft) {
        JsonMetaSchema known = JsonSchemaFactory.checkVersion(draft).getInstance();
        return JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(known.getIri())
                .metaSchema(known)
                .metaSchemaFactory(DisallowUnknownJsonMetaSchemaFactory.getInstance())
                .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance()))
                .build();
    }

    private static List<String> wrong(JsonNode schema, VersionFlag draft) {
        synchronized (META) {
            return META.computeIfAbsent(draft, SchemaCompiler::metaSchema).violations(schema);
        }
    }

    /** The drafts' own schemas are in the validator's jar. */
    private static SchemaCheck metaSchema(VersionFlag draft) {
        SchemaLocation location = SchemaLocation.of(draft.getId());
        return new SchemaCheck(JsonSchemaFactory.getInstance(draft).getSchema(location, config(true)), name -> true);
    }

    private static SchemaValidatorsConfig config(Boolean formats) {
        return SchemaValidatorsConfig.builder()
                // a cached reference is copied for each way that leads to it: without end, if the schema is recursive
                .cacheRefs(false)
                .formatAssertionsEnabled(formats)
                .build();
    }

    /** Why something is no schema, without the option that it came by. */
    static final class InvalidSchemaException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidSchemaException(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
