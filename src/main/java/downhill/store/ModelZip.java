package downhill.store;

import downhill.words.Said;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The two parts of a model file, read by their names alone; nothing is ever unpacked to a disk. */
record ModelZip(byte[] manifest, byte[] parameters) {
    /** A part is held up to four times while it is read. */
    private static final long ROOM = Runtime.getRuntime().maxMemory() / 6;
    private static final Map<String, Integer> LIMITS = Map.of(ModelStore.MANIFEST, (int) Math.min(ROOM, Json.MAX_BYTES),
            ModelStore.PARAMETERS, (int) Math.min(ROOM, 800_000_000), ModelStore.NARROW, (int) Math.min(ROOM, 800_000_000));
    private static final int BUFFER = 1 << 16;

    static ModelZip read(Path file) {
        PlainFile.require(file);
        try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
            return parts(file, zip);
        } catch (EOFException e) {
            throw new StoreException(Said.of("model.early", file), e);
        } catch (ZipException | IllegalArgumentException e) {
            throw new StoreException(Said.of("store.damaged", file, Damage.of(e)), e);
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }

    private static ModelZip parts(Path file, ZipInputStream zip) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Integer limit = LIMITS.get(entry.getName());
            if (limit == null) {
                throw new StoreException(Said.of("model.foreign.has", file, clipped(entry.getName())));
            }
            if (parts.put(entry.getName(), bytes(file, zip, limit)) != null) {
                throw new StoreException(Said.of("store.damaged", file, Said.of("model.twice", entry.getName())));
            }
        }
        if (parts.containsKey(ModelStore.NARROW)) {
            parts.putIfAbsent(ModelStore.PARAMETERS, parts.remove(ModelStore.NARROW));
        }
        if (!parts.keySet().equals(Set.of(ModelStore.MANIFEST, ModelStore.PARAMETERS))) {
            String absent = parts.containsKey(ModelStore.MANIFEST) ? ModelStore.PARAMETERS : ModelStore.MANIFEST;
            throw new StoreException(parts.isEmpty() ? Said.of("model.foreign.train", file)
                    : Said.of("store.damaged", file, Said.of("model.lacks", absent)));
        }
        return new ModelZip(parts.get(ModelStore.MANIFEST), parts.get(ModelStore.PARAMETERS));
    }

    private static String clipped(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static byte[] bytes(Path file, InputStream in, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (bytes.size() + (long) read > limit) {
                throw new StoreException(Said.of("model.part", file, limit / 1_000_000));
            }
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }
}
