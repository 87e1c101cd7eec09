package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings are found for texts of several languages, and UTF-8 is what Java's decoder takes for it. */
class EncodingsTest {
    private static final String WESTERN = "name,size,Größe\nMüller,1,groß\nJosé,2,niño\nFrançois,3,été\n";
    private static final String CHINESE = "名称,数量,备注\n苹果,一,这是很好的水果\n香蕉,二,我们都喜欢吃香蕉\n葡萄,三,今天的天气很好\n";
    private static final String PLAIN = "a,b\n1,2\n3,4\n";

    private static String text(String which) {
        return which.equals("western") ? WESTERN : which.equals("chinese") ? CHINESE : PLAIN;
    }

    @ParameterizedTest
    @CsvSource({"plain, UTF-8", "western, UTF-8", "chinese, UTF-8", "western, windows-1252", "chinese, GB18030", "plain, UTF-16LE",
        "plain, UTF-16BE", "western, UTF-16LE", "western, UTF-16BE"})
    void withoutAMarkTheEncodingIsToldByTheBytes(String which, String charset) {
        byte[] bytes = text(which).getBytes(Charset.forName(charset));
        EncodingGuess guess = EncodingGuess.of(bytes, bytes.length, true, "t.csv");
        assertThat(guess.charset()).isEqualTo(Charset.forName(charset));
        assertThat(guess.bomLength()).isZero();
        assertThat(new String(bytes, guess.charset())).isEqualTo(text(which));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aMarkSaysItAll(String charset) {
        for (String which : new String[] {"plain", "western", "chinese"}) {
            byte[] bytes = ("\uFEFF" + text(which)).getBytes(Charset.forName(charset));
            EncodingGuess guess = EncodingGuess.of(bytes, bytes.length, true, "t.csv");
            assertThat(guess.charset()).as(which).isEqualTo(Charset.forName(charset));
            assertThat(guess.decision().sure()).isTrue();
            assertThat(new String(bytes, guess.bomLength(), bytes.length - guess.bomLength(), guess.charset())).isEqualTo(text(which));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Bytes from the edges of UTF-8's table, where a reader goes wrong if it does. */
    @Test
    void bytesAreUtf8WhereTheDecoderTakesThem() {
        int[] edges = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF};
        int valid = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) edges[random.nextInt(edges.length)];
            }
            byte[] ended = java.util.Arrays.copyOf(bytes, bytes.length + 4);
            java.util.Arrays.fill(ended, bytes.length, ended.length, (byte) 'z');
            boolean wanted = decodes(ended);
            valid += wanted ? 1 : 0;
            Utf8Scan scan = Utf8Scan.of(ended, ended.length, true);
            assertThat(scan.invalid() == 0).as("seed %d", seed).isEqualTo(wanted);
            assertThat(scan.first() == null).isEqualTo(wanted);
            if (wanted) {
                long wide = new String(ended, StandardCharsets.UTF_8).codePoints().filter(c -> c > 127).count();
                assertThat(scan.multiByte()).isEqualTo((int) wide);
            }
        }
        assertThat(valid).as("of both kinds").isBetween(100, 2900);
    }

    @Test
    void manyBytesThatAreNoTextAreRefused() {
        byte[] noise = new byte[2000];
        new Random(1).nextBytes(noise);
        noise[0] = 'a';
        assertThatThrownBy(() -> EncodingGuess.of(noise, noise.length, true, "noise.csv")).isInstanceOf(DataException.class)
                .hasMessageContaining("noise.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3\4rest", "\u0089PNG\r\n", "GIF89a", "%PDF-1.7", "PAR1....", "SQLite format 3\0", "\u007FELF", "BZh91AY",
        "7z\u00BC\u00AF", "\u00D0\u00CF\u0011\u00E0", "\u00FF\u00D8\u00FF\u00E0"})
    void otherKindsOfFilesAreKnownByTheirBeginning(String start) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Magic.check(bytes, "f.csv")).isInstanceOf(DataException.class).hasMessageContaining("f.csv");
        Magic.check(java.util.Arrays.copyOf(bytes, 2), "f.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<!DOCTYPE html><p>|true", " <html>|true", "<?xml version='1.0'?>|true", "{\"a\": 1}|true",
        "{}|true",
        "[[1,2]]|true", "[ {\"a\":1}]|true", "a,b|false", "<5,b|false", "{a},b|false", "[m],[s]|false", "\"a\",\"b\"|false"})
    void pagesAndJsonAreNoTables(String text, boolean refused) {
        if (refused) {
            assertThatThrownBy(() -> Magic.check(text, "f.csv")).isInstanceOf(DataException.class);
        } else {
            Magic.check(text, "f.csv");
        }
    }
}
