package downhill.store;

import downhill.data.Visible;
import downhill.words.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text to trees and back, within limits. Nothing is bound to classes by names in a file: a tree is read field by field by
 * those who know what they expect.
 */
final class Json {
    /** Bytes of the largest document that is read. */
    static final long MAX_BYTES = 50_000_000;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TOKENS = 5_000_000;
    private static final int MAX_STRING = 1_000_000;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_DIGITS = 100;

    private static final JsonMapper STRICT = mapper(false);
    private static final JsonMapper WITH_NAN = mapper(true);
    private static final JsonFactory LINES = new JsonFactory();

    private Json() {
    }

    private static JsonMapper mapper(boolean notNumbers) {
        StreamReadConstraints limits = StreamReadConstraints.builder().maxDocumentLength(MAX_BYTES).maxNestingDepth(MAX_DEPTH)
                .maxTokenCount(MAX_TOKENS).maxStringLength(MAX_STRING).maxNameLength(MAX_NAME).maxNumberLength(MAX_DIGITS).build();
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, notNumbers).build();
        return JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    static ObjectNode object() {
        return STRICT.createObjectNode();
    }

    /** Indented text that ends with a line feed; what could steer a terminal that shows it is written as its escape. */
    static String text(JsonNode tree) {
        return escaped(STRICT.writeValueAsString(tree).replace("\r\n", "\n") + "\n");
    }

    /** Such characters are in strings only, where an escape means the same. */
    private static String escaped(String json) {
        if (json.codePoints().noneMatch(Json::isEscaped)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder();
        json.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                escaped.append("\\uFFFD"); // half of a character would be refused when it is read
            } else if (isEscaped(point)) {
                Character.toString(point).chars().forEach(unit -> escaped.append(String.format(Locale.ROOT, "\\u%04X", unit)));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static boolean isEscaped(int point) {
        return point != '\n' && Visible.steers(point);
    }

    /** A text as a string of JSON, on one line. */
    static String quoted(String text) {
        return STRICT.writeValueAsString(text);
    }

    static JsonNode parse(byte[] bytes, String name) {
        return parse(STRICT, bytes, name);
    }

    /** Takes NaN and Infinity, as Python writes them, for numbers. */
    static JsonNode parseWithNaN(byte[] bytes, String name) {
        return parse(WITH_NAN, bytes, name);
    }

    private static JsonNode parse(JsonMapper mapper, byte[] bytes, String name) {
        try {
            JsonNode tree = mapper.readTree(bytes);
            if (tree == null || tree.isMissingNode()) {
                throw new MalformedException(Said.of("store.empty", name));
            }
            return tree;
        } catch (StreamConstraintsException e) {
            Said excess = excess(String.valueOf(e.getOriginalMessage()));
            throw new MalformedException(isPlaced(e) ? Said.of("json.here.refused", name, line(e), column(e), excess)
                    : Said.of("json.refused", name, excess), e);
        } catch (JacksonException e) {
            throw unreadable(bytes, name, mapper == WITH_NAN, e);
        }
    }

    /** In words of our own; the library's name its parts. */
    private static MalformedException unreadable(byte[] bytes, String name, boolean notNumbers, JacksonException e) {
        Said nowhere = isPlaced(e) ? Said.of("json.never", name, line(e), column(e)) : Said.of("json.nowhere", name);
        return new MalformedException(JsonFault.in(bytes, notNumbers)
                .map(fault -> Said.of("json.here", name, fault.line(), fault.column(), fault.reason())).orElse(nowhere), e);
    }

    /** The bytes of a file that is not larger than a document may be. */
    static byte[] bytes(Path file) {
        PlainFile.require(file);
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new StoreException(Said.of("json.large", file, size / 1_000_000, MAX_BYTES / 1_000_000));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }

    /** Those who name the limit do so in the terms of a library. */
    private static Said excess(String message) {
        if (message.contains("nesting depth")) {
            return Said.of("json.deep", MAX_DEPTH);
        } else if (message.contains("String value length")) {
            return Said.of("json.text", MAX_STRING);
        } else if (message.contains("Name length") || message.contains("name length")) {
            return Said.of("json.name", MAX_NAME);
        } else if (message.contains("Number value length")) {
            return Said.of("json.digits", MAX_DIGITS);
        }
        return Said.of("json.most", MAX_TOKENS);
    }

    /** Token by token, within the same limits. */
    static JsonParser parser(byte[] bytes) {
        return STRICT.createParser(bytes);
    }

    /** Writes token by token, in one line. */
    static JsonGenerator generator(OutputStream out) {
        return LINES.createGenerator(ObjectWriteContext.empty(), out);
    }

    private static boolean isPlaced(JacksonException e) {
        return e.getLocation() != null && e.getLocation().getLineNr() > 0;
    }

    private static int line(JacksonException e) {
        return e.getLocation().getLineNr();
    }

    private static int column(JacksonException e) {
        return e.getLocation().getColumnNr();
    }
}
