package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.race.Checkpoint;
import downhill.race.Race;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no session, or no longer one: refused in a sentence, with nothing unpacked and nothing believed. */
class DamagedSessionTest {
    private static final SessionPlace PLACE = new SessionPlace("/home/me/race.downhill", "/home/me", true, "b");
    private static Checkpoint saved;
    @TempDir
    private Path folder;
    private Path file;

    @BeforeAll
    static void race() {
        try (Race race = SavedRaces.open(SavedRaces.iris(200))) {
            SavedRaces.runTo(race, 150);
            saved = race.checkpoint().join();
        }
    }

    @BeforeEach
    void save() {
        file = folder.resolve("race.downhill");
        SessionStore.write(file, saved, folder, PLACE);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path made = folder.resolve("made.downhill");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return made;
    }

    private void refused(Path made, String message) {
        assertThatThrownBy(() -> SessionStore.read(made)).isInstanceOf(StoreException.class).hasMessageStartingWith(made.toString())
                .hasMessageContaining(message).hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"version\" : 4,|\"version\" : 5,|Install a newer Downhill",
        "\"version\" : 4,|\"version\" : 0,|\"version\" must be a whole number from 1",
        "\"format\" : \"downhill-session\"|\"format\" : \"zip\"|is not a session of Downhill",
        "\"clock\" : 150|\"clock\" : -1|is damaged",
        "\"clock\" : 150|\"clock\" : 1.5|clock must be a whole number",
        "\"clock\" : 150|\"clock\" : 150, \"@class\" : \"java.lang.Runtime\"|has the unknown field \"@class\"",
        "\"courses\" : [ \"a\", \"b\" ]|\"courses\" : [ \"a\", \"a\" ]|is damaged",
        "\"courses\" : [ \"a\", \"b\" ]|\"courses\" : [ \"a\", \"b\", \"c\" ]|is damaged: it lacks course-2.bin",
        "\"courses\" : [ \"a\", \"b\" ]|\"courses\" : [ \"a\" ]|is damaged: it has more entries than a session",
        "\"earlier\" : [ ]|\"earlier\" : [ { \"name\" : \"R\", \"shown\" : true, \"stepsPerEpoch\" : 1, \"measured\" : \"\", \"curves\" : [ { \"name\" : \"A\", \"style\" : 0, \"steps\" : [ 3, 2 ], \"losses\" : [ 1, 1 ] } ] } ]|the steps of a curve do not rise",
        "\"unsaved\" : true|\"unsaved\" : {}|place.unsaved must be true or false"})
    void aHeadThatWasTamperedWithIsRefused(String part, String replacement, String message) throws IOException {
        Map<String, byte[]> entries = SessionParts.entries(file);
        String head = new String(entries.get(SessionStore.HEAD), StandardCharsets.UTF_8);
        assertThat(head).contains(part);
        entries.put(SessionStore.HEAD, head.replace(part, replacement).getBytes(StandardCharsets.UTF_8));
        refused(zip(entries), message);
    }

    @Test
    void aDocumentOfANewerVersionInsideIsRefused() throws IOException {
        Map<String, byte[]> entries = SessionParts.entries(file);
        String document = new String(entries.get(SessionStore.DOCUMENT), StandardCharsets.UTF_8);
        entries.put(SessionStore.DOCUMENT, document.replaceFirst("\"version\" : \\d+", "\"version\" : 99")
                .getBytes(StandardCharsets.UTF_8));
        refused(zip(entries), "(experiment.json) was saved in version 99");
    }

    @Test
    void otherZipsAreRefusedAndNothingIsUnpacked() throws IOException {
        refused(zip(Map.of("../../evil.sh", new byte[] {1})), "it contains \"../../evil.sh\" where session.json should be");
        refused(zip(Map.of()), "is not a session of Downhill");
        refused(Files.writeString(folder.resolve("text.downhill"), "PKnot a zip"), "is not a session of Downhill");
        Map<String, byte[]> entries = SessionParts.entries(file);
        entries.put("more", new byte[1]);
        refused(zip(entries), "more entries than a session");
        assertThat(Files.exists(folder.resolve("../../evil.sh"))).isFalse();
    }

    @Test
    void aZipThatGrowsWithoutBoundsIsRefused() throws IOException {
        Map<String, byte[]> entries = SessionParts.entries(file);
        entries.put(SessionStore.HEAD, " ".repeat(40_000_000).getBytes(StandardCharsets.UTF_8));
        entries.keySet().removeIf(name -> !name.equals(SessionStore.HEAD));
        refused(zip(entries), "made to grow without bounds");
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 400; length += 1 + whole.length / 60) {
            Path made = Files.write(folder.resolve("cut.downhill"), Arrays.copyOf(whole, length));
            refused(made, "");
        }
    }

    @Test
    void aDamagedFileIsRefusedAndTheSaveBeforeIsNamed() throws IOException {
        SessionStore.write(file, saved, folder, PLACE);
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 1;
        Files.write(folder.resolve("x"), whole);
        Files.move(folder.resolve("x"), file, StandardCopyOption.REPLACE_EXISTING);
        refused(file, "The save before it is in " + file + ".previous.");
    }

    /** The numbers say how much is to come: none of them is believed. */
    @Test
    void aDamagedCourseIsReadOrRefusedAndNothingElse() throws IOException {
        byte[] whole = SessionParts.courses(saved);
        int read = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            int reach = seed % 2 == 0 ? bytes.length : 400;
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? random.nextInt() : 0x7f);
            }
            try {
                new CourseReader(new DataInputStream(new ByteArrayInputStream(bytes)), 50_000_000, true, true).read("a");
                read++;
            } catch (IOException | IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotEqualTo("");
            }
        }
        assertThat(read).isBetween(100, 1900);
    }
}
