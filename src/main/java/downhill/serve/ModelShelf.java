package downhill.serve;

import downhill.model.TrainedEnsemble;
import downhill.store.FileStamp;
import downhill.store.ModelStore;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The models that are served. A file that changes is read again and becomes the next version of its model; the version before answers those
 * who already asked it and then ends. Where the file cannot be read, the version before stays. For any threads.
 */
public final class ModelShelf implements AutoCloseable {
    /** A file, what is served of it, what it was like when it was read, and what it was like when it was looked at last. */
    private static final class Slot {
        private final ModelAddress address;
        private ServedModel served;
        private FileStamp read;
        private FileStamp seen;

        Slot(ModelAddress address) {
            this.address = address;
        }
    }

    private final List<Slot> slots = new ArrayList<>();
    private final ServeLimits limits;
    private final Consumer<Said> told;
    private volatile List<ServedModel> models = List.of();
    private volatile Map<String, List<ServedModel>> byName = Map.of();
    private volatile long replaced;
    private volatile long refused;

    /**
     * Reads all of them.
     *
     * @param told takes in a sentence whenever a file is read again, or cannot be
     * @throws downhill.words.RefusedException where two are the same version of one model, or one cannot answer
     * @throws downhill.store.StoreException where a file cannot be read
     */
    public ModelShelf(List<ModelAddress> addresses, ServeLimits limits, Consumer<Said> told) {
        this.limits = limits;
        this.told = told;
        try {
            for (ModelAddress address : addresses) {
                add(address);
            }
        } catch (RuntimeException wrong) {
            close();
            throw wrong;
        }
        publish();
    }

    /** Empty: models are {@linkplain #put put} on it. */
    public ModelShelf(ServeLimits limits) {
        this(List.of(), limits, said -> { });
    }

    /**
     * Serves a model of no file, in place of the one of that name where there is one: as its next version, without a lost request.
     *
     * @param name as it stands in addresses
     * @return the version
     * @throws downhill.words.RefusedException where it cannot answer
     */
    public synchronized int put(String name, TrainedEnsemble model) {
        int version = 1 + versions(name).stream().mapToInt(ServedModel::version).max().orElse(0);
        ServedModel fresh = new ServedModel(name, version, finite(model, name), limits);
        Slot slot = slots.stream().filter(each -> each.address.name().equals(name)).findFirst().orElse(null);
        ServedModel old = slot == null ? null : slot.served;
        if (slot == null) {
            slot = new Slot(new ModelAddress(name, version, null));
            slots.add(slot);
        }
        slot.served = fresh;
        publish();
        if (old != null) {
            old.leave();
            replaced++;
        }
        return version;
    }

    private void add(ModelAddress address) {
        if (slots.stream().anyMatch(each -> each.address.name().equals(address.name()) && each.address.version() == address.version())) {
            throw new RefusedException(Said.of("serve.same", address.name(), address.version()));
        }
        Slot slot = new Slot(address);
        FileStamp before = FileStamp.unread(address.file());
        slot.served = new ServedModel(address.name(), address.version(), read(address), limits); // what is no model is not read to its end
        FileStamp whole = FileStamp.of(address.file());
        boolean same = before != null && whole != null && whole.size() == before.size() && whole.modified().equals(before.modified());
        slot.read = same ? whole : before; // what was written meanwhile is read at the next look
        slot.seen = slot.read;
        slots.add(slot);
    }

    private static TrainedEnsemble read(ModelAddress address) {
        return finite(ModelStore.readAny(address.file()), address.file());
    }

    private static TrainedEnsemble finite(TrainedEnsemble model, Object name) {
        boolean finite = model.members().stream().flatMapToDouble(each -> Arrays.stream(each.model().parameters()))
                .allMatch(Double::isFinite);
        if (!finite) {
            throw new RefusedException(Said.of("serve.lost", name));
        }
        return model;
    }

    private void publish() {
        models = slots.stream().map(slot -> slot.served)
                .sorted(Comparator.comparing(ServedModel::name).thenComparing(ServedModel::version)).toList();
        byName = models.stream().collect(Collectors.groupingBy(ServedModel::name));
    }

    /** Looks whether files have changed; one that is still being written is left for the next look. */
    synchronized void look() {
        for (Slot slot : slots.stream().filter(each -> each.address.file() != null).toList()) {
            FileStamp now = FileStamp.of(slot.address.file(), slot.seen);
            boolean settled = now != null && now.equals(slot.seen);
            slot.seen = now;
            if (settled && !now.equals(slot.read)) {
                replace(slot, now);
            }
        }
    }

    private void replace(Slot slot, FileStamp now) {
        boolean same = slot.read != null && slot.read.sha256().equals(now.sha256());
        slot.read = now;
        if (same) {
            return;
        }
        try {
            int next = 1 + versions(slot.address.name()).stream().mapToInt(ServedModel::version).max().orElse(0);
            ServedModel old = slot.served;
            slot.served = new ServedModel(slot.address.name(), next, read(slot.address), limits);
            publish();
            old.leave();
            replaced++;
            told.accept(Said.of("serve.replaced", slot.address.name(), old.version(), next));
        } catch (RuntimeException unreadable) {
            refused++;
            told.accept(Said.of("serve.kept", slot.address.name(), slot.served.version(), Said.message(unreadable)));
        }
    }

    /** All that answer, by name and version. */
    List<ServedModel> models() {
        return models;
    }

    /** What is served, each once. */
    public List<String> names() {
        return models.stream().map(ServedModel::name).distinct().toList();
    }

    /** The versions of a model, the newest last. */
    List<ServedModel> versions(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** How often a file became another version, and how often one could not. */
    long[] reloads() {
        return new long[] {replaced, refused};
    }

    /**
     * Asks a model; one that is replaced just then is not asked, its successor is.
     *
     * @param version null for the newest
     * @throws RequestException with 404 where there is none
     */
    <T> T ask(String name, String version, Function<ServedModel, T> question) {
        for (int tries = 0; ; tries++) {
            ServedModel model = find(name, version).orElseThrow(() -> new RequestException(404, version == null
                    ? Said.of("serve.none", name) : Said.of("serve.none.version", name, version)));
            if (model.enter()) {
                try {
                    return question.apply(model);
                } finally {
                    model.leave();
                }
            }
            if (tries > 100) {
                throw new RequestException(503, Said.of("serve.stopping"));
            }
        }
    }

    private Optional<ServedModel> find(String name, String version) {
        List<ServedModel> all = versions(name);
        if (version == null) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        }
        return all.stream().filter(each -> Integer.toString(each.version()).equals(version)).findFirst();
    }

    @Override
    public synchronized void close() {
        slots.forEach(slot -> slot.served.leave());
        slots.clear();
        publish();
    }
}
