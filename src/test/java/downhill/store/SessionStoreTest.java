package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceState;
import downhill.race.history.Series;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionStoreTest {
    private static final SessionPlace PLACE = new SessionPlace("/home/me/race.downhill", "/home/me", true, "b");
    private static final long PLENTY = 1L << 30;
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

    private static byte[] bytes(Checkpoint checkpoint) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (var course : checkpoint.courses()) {
            new CourseWriter(new DataOutputStream(bytes)).write(course);
        }
        return bytes.toByteArray();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everythingComesBackBitForBit() throws IOException {
        OpenedSession opened = SessionStore.read(file);
        assertThat(opened.experiment()).isEqualTo(saved.experiment());
        assertThat(opened.place()).isEqualTo(PLACE);
        assertThat(opened.notices()).isEmpty();
        Checkpoint back = opened.checkpoint();
        assertThat(List.of(back.clock(), back.spacing(), back.watched())).isEqualTo(List.of(saved.clock(), saved.spacing(), saved.watched()));
        assertThat(back.echoes()).containsExactlyInAnyOrderElementsOf(saved.echoes());
        assertThat(bytes(back)).isEqualTo(bytes(saved));
        assertThat(SessionStore.info(file).step()).isEqualTo(150);
        assertThat(names()).containsExactly("race.downhill");
    }

    @Test
    void aSessionOpenedAgainGoesOnAsTheRaceThatWasNotInterrupted() {
        try (Race whole = SavedRaces.open(SavedRaces.iris(200)); Race second = SavedRaces.open(SessionStore.read(file).checkpoint())) {
            for (Race race : List.of(whole, second)) {
                race.start();
                SavedRaces.await(race, RaceState.ENDED);
            }
            for (String id : List.of("a", "b")) {
                assertThat(second.curve(id, Series.TRAIN_LOSS, 0, 200, 1000).y()).hasSize(200).isEqualTo(whole.curve(id, Series.TRAIN_LOSS, 0, 200, 1000).y());
                assertThat(second.parametersAt(id, 200).join()).isEqualTo(whole.parametersAt(id, 200).join());
                assertThat(second.parametersAt(id, 77).join()).isEqualTo(whole.parametersAt(id, 77).join());
            }
        }
    }

    /** A file as version 1 wrote it; never to be changed. */
    @Test
    void everyVersionIsStillRead() throws IOException {
        try (var in = SessionStoreTest.class.getResourceAsStream("/documents/session-1.downhill")) {
            Path frozen = Files.write(folder.resolve("session-1.downhill"), in.readAllBytes());
            OpenedSession opened = SessionStore.read(frozen);
            assertThat(opened.checkpoint().clock()).isEqualTo(40);
            try (Race race = SavedRaces.open(opened.checkpoint())) {
                race.ready().join();
                assertThat(race.refused()).isEmpty();
                assertThat(race.curve("a", Series.TRAIN_LOSS, 0, 100, 1000).y()).hasSize(40);
                race.start();
                SavedRaces.await(race, RaceState.ENDED);
                assertThat(race.snapshot().contenders()).allSatisfy(one -> assertThat(one.step()).isEqualTo(60));
            }
        }
    }

    @Test
    void theDocumentInsideIsADocument() throws IOException {
        byte[] document = entries(file).get(SessionStore.DOCUMENT);
        assertThat(ExperimentStore.read(new String(document, StandardCharsets.UTF_8), "inside", folder).experiment()).isEqualTo(saved.experiment());
        assertThat(SessionStore.isSession(file)).isTrue();
        assertThat(SessionStore.isSession(Files.write(folder.resolve("e.downhill"), document))).isFalse();
    }

    @Test
    void theSaveBeforeIsKept() throws IOException {
        byte[] before = Files.readAllBytes(file);
        SessionStore.write(file, saved, folder, SessionPlace.NOWHERE);
        assertThat(Files.readAllBytes(folder.resolve("race.downhill.previous"))).isEqualTo(before);
        SessionStore.write(file, saved, folder, PLACE);
        assertThat(names()).containsExactly("race.downhill", "race.downhill.previous");
        assertThat(SessionStore.read(folder.resolve("race.downhill.previous")).place()).isEqualTo(SessionPlace.NOWHERE);
    }

    /** A disk that fails at some byte. */
    private static OutputStream failing(OutputStream disk, int after, String reason) {
        return new FilterOutputStream(disk) {
            private int written;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                written += length;
                if (written > after) {
                    throw new IOException(reason);
                }
                out.write(bytes, from, length);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"No space left on device,the disk is full; free some space or choose another folder", "Input/output error,Input/output error"})
    void aDiskThatFailsAtAnyPlaceLeavesTheOldFile(String reason, String told) throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (int after = 0; after < before.length; after += 1 + before.length / 40) {
            int limit = after;
            assertThatThrownBy(() -> SessionStore.write(file, saved, folder, PLACE, disk -> failing(disk, limit, reason)))
                    .isInstanceOf(StoreException.class).hasMessage(file + " cannot be saved: " + told + ".");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(names()).containsExactly("race.downhill");
        }
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
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
        "\"version\" : 1,|\"version\" : 2,|Install a newer Downhill",
        "\"version\" : 1,|\"version\" : 0,|\"version\" must be a whole number from 1",
        "\"format\" : \"downhill-session\"|\"format\" : \"zip\"|is not a session of Downhill",
        "\"clock\" : 150|\"clock\" : -1|is damaged",
        "\"clock\" : 150|\"clock\" : 1.5|clock must be a whole number",
        "\"clock\" : 150|\"clock\" : 150, \"@class\" : \"java.lang.Runtime\"|has the unknown field \"@class\"",
        "\"courses\" : [ \"a\", \"b\" ]|\"courses\" : [ \"a\", \"a\" ]|is damaged",
        "\"courses\" : [ \"a\", \"b\" ]|\"courses\" : [ \"a\", \"b\", \"c\" ]|is damaged: it lacks course-2.bin",
        "\"courses\" : [ \"a\", \"b\" ]|\"courses\" : [ \"a\" ]|is damaged: it has more entries than a session",
        "\"unsaved\" : true|\"unsaved\" : {}|place.unsaved must be true or false"})
    void aHeadThatWasTamperedWithIsRefused(String part, String replacement, String message) throws IOException {
        Map<String, byte[]> entries = entries(file);
        String head = new String(entries.get(SessionStore.HEAD), StandardCharsets.UTF_8);
        assertThat(head).contains(part);
        entries.put(SessionStore.HEAD, head.replace(part, replacement).getBytes(StandardCharsets.UTF_8));
        refused(zip(entries), message);
    }

    @Test
    void aDocumentOfANewerVersionInsideIsRefused() throws IOException {
        Map<String, byte[]> entries = entries(file);
        String document = new String(entries.get(SessionStore.DOCUMENT), StandardCharsets.UTF_8);
        entries.put(SessionStore.DOCUMENT, document.replaceFirst("\"version\" : \\d+", "\"version\" : 99").getBytes(StandardCharsets.UTF_8));
        refused(zip(entries), "(experiment.json) was saved in version 99");
    }

    @Test
    void otherZipsAreRefusedAndNothingIsUnpacked() throws IOException {
        refused(zip(Map.of("../../evil.sh", new byte[] {1})), "it contains \"../../evil.sh\" where session.json should be");
        refused(zip(Map.of()), "is not a session of Downhill");
        refused(Files.writeString(folder.resolve("text.downhill"), "PKnot a zip"), "is not a session of Downhill");
        Map<String, byte[]> entries = entries(file);
        entries.put("more", new byte[1]);
        refused(zip(entries), "more entries than a session");
        assertThat(Files.exists(folder.resolve("../../evil.sh"))).isFalse();
    }

    @Test
    void aZipThatGrowsWithoutBoundsIsRefused() throws IOException {
        Map<String, byte[]> entries = entries(file);
        entries.put(SessionStore.HEAD, " ".repeat(40_000_000).getBytes(StandardCharsets.UTF_8));
        entries.keySet().removeIf(name -> !name.equals(SessionStore.HEAD));
        refused(zip(entries), "made to grow without bounds");
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 400; length += 1 + whole.length / 60) {
            Path made = Files.write(folder.resolve("cut.downhill"), java.util.Arrays.copyOf(whole, length));
            refused(made, "");
        }
    }

    @Test
    void aDamagedFileIsRefusedAndTheSaveBeforeIsNamed() throws IOException {
        SessionStore.write(file, saved, folder, PLACE);
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 1;
        Files.write(folder.resolve("x"), whole);
        Files.move(folder.resolve("x"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        refused(file, "The save before it is in " + file + ".previous.");
    }

    /** The numbers say how much is to come: none of them is believed. */
    @Test
    void aDamagedCourseIsReadOrRefusedAndNothingElse() throws IOException {
        byte[] whole = bytes(saved);
        int read = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            int reach = seed % 2 == 0 ? bytes.length : 400;
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? random.nextInt() : 0x7f);
            }
            try {
                new CourseReader(new DataInputStream(new ByteArrayInputStream(bytes)), 50_000_000).read("a");
                read++;
            } catch (IOException | IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotEqualTo("");
            }
        }
        assertThat(read).isBetween(100, 1900);
    }

    @Test
    void aSessionThatNeedsMoreMemoryThanThereIsIsRefused() {
        assertThatThrownBy(() -> SessionStore.read(file, 10_000)).isInstanceOf(StoreException.class)
                .hasMessage(file + " cannot be opened: it needs more memory than there is.");
        assertThat(SessionStore.read(file, PLENTY).checkpoint().clock()).isEqualTo(150);
    }

    @Test
    void numbersOfEveryKindComeBackBitForBit() throws IOException {
        double[] mixed = {1, -0.0, 0, Double.NaN, Double.longBitsToDouble(0x7ff8000000000123L), 0.1, (float) 0.1, 1e300, Double.MIN_VALUE};
        for (double[] row : new double[][] {{}, {0.1}, mixed, {0, -0.0}, constant(9000, 0.3), constant(5000, (float) 0.3), ramp(10_000, 1), ramp(10_000, 0.1)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new NumberBlocks.Writer(new DataOutputStream(bytes)).all(row);
            double[] back = new NumberBlocks.Reader(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), PLENTY).all();
            assertThat(java.util.Arrays.stream(back).mapToLong(Double::doubleToRawLongBits).toArray())
                    .isEqualTo(java.util.Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray());
        }
    }

    private static double[] constant(int count, double value) {
        return java.util.stream.DoubleStream.generate(() -> value).limit(count).toArray();
    }

    private static double[] ramp(int count, double step) {
        return java.util.stream.IntStream.range(0, count).mapToDouble(i -> i * step).toArray();
    }
}
