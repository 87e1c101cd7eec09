package downhill.store;

import downhill.words.Said;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a lesson is made of, by name; no name leads out of it, and nothing in it is larger than it may be. */
abstract class LessonFiles {
    /** Bytes of the largest file, and of all together. */
    static final int MOST_BYTES = 4_000_000;
    static final int MOST_ENTRIES = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final String BUNDLED = "/downhill/lessons/";

    private final String name;
    private final Map<String, byte[]> read = new TreeMap<>();

    private LessonFiles(String name) {
        this.name = name;
    }

    /** The bytes of a file; null where there is none of that name. */
    abstract byte[] find(String file) throws IOException;

    /** The bytes of a file that must be there. */
    final byte[] bytes(String file) {
        if (!NAME.matcher(file).matches()) {
            throw new StoreException(Said.of("lesson.file.name", name, file));
        }
        try {
            byte[] bytes = read.containsKey(file) ? read.get(file) : find(file);
            if (bytes == null) {
                throw new StoreException(Said.of("lesson.file.lacks", name, file));
            }
            read.put(file, bytes);
            if (read.values().stream().mapToLong(each -> each.length).sum() > MOST_BYTES) {
                throw large(name, file);
            }
            return bytes;
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", name, IoReason.of(e)), e);
        }
    }

    /** A file as text; it must be UTF-8. */
    final String text(String file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new StoreException(Said.of("lesson.file.utf", name, file), e);
        }
    }

    /** SHA-256 of the steps and experiments that were read, each with its name: what was answered stays so in other words. */
    final String hash() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        read.entrySet().stream().filter(entry -> !entry.getKey().endsWith(LessonStore.WORDS)).forEach(entry -> {
            String file = entry.getKey();
            byte[] bytes = entry.getValue();
            all.writeBytes((file + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
            all.writeBytes(bytes);
        });
        return FileHash.of(all.toByteArray());
    }

    private static StoreException large(String name, String file) {
        return new StoreException(Said.of("lesson.file.large", name, file, MOST_BYTES / 1_000_000));
    }

    static LessonFiles folder(Path folder) {
        return new LessonFiles(folder.toString()) {
            @Override
            byte[] find(String file) throws IOException {
                Path path = folder.resolve(file);
                if (!Files.exists(path)) {
                    return null;
                }
                PlainFile.require(path);
                if (!path.toRealPath().startsWith(folder.toRealPath())) {
                    throw new StoreException(Said.of("lesson.file.name", folder, file));
                }
                if (Files.size(path) > MOST_BYTES) {
                    throw large(folder.toString(), file);
                }
                return Files.readAllBytes(path);
            }
        };
    }

    static LessonFiles bundled(String id) {
        return new LessonFiles(id) {
            @Override
            byte[] find(String file) throws IOException {
                try (InputStream in = LessonFiles.class.getResourceAsStream(BUNDLED + id + '/' + file)) {
                    return in == null ? null : in.readAllBytes();
                }
            }
        };
    }

    /** Entries stand at the top of the zip, or all in one folder. */
    static LessonFiles zip(Path file) {
        PlainFile.require(file);
        Map<String, byte[]> entries = entries(file);
        return new LessonFiles(file.toString()) {
            @Override
            byte[] find(String name) {
                return entries.get(name);
            }
        };
    }

    private static Map<String, byte[]> entries(Path file) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int left = MOST_BYTES;
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || ++count > MOST_ENTRIES) {
                    throw new StoreException(Said.of("lesson.zip.large", file, MOST_ENTRIES, MOST_BYTES / 1_000_000));
                }
                String own = entry.getName().replaceFirst("^[^/\\\\]+/(?=[^/\\\\]+$)", "");
                if (!entry.isDirectory() && NAME.matcher(own).matches() && entries.put(own, bytes) != null) {
                    throw new StoreException(Said.of("lesson.zip.twice", file, own));
                }
            }
        } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw new StoreException(Said.of("lesson.zip.damaged", file), e);
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
        if (entries.isEmpty()) {
            throw new StoreException(Said.of("lesson.zip.none", file));
        }
        return entries;
    }
}
