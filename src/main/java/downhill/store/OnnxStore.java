package downhill.store;

import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.export.StoredRow;
import downhill.export.onnx.OnnxModel;
import downhill.export.onnx.run.OnnxInput;
import downhill.export.onnx.run.OnnxRun;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Trained models as ONNX files. Beside what other programs read, a note says how rows of a file are read and prepared, so that a file that
 * was taken away answers here as the model did.
 */
public final class OnnxStore {
    /** Ending of the files. */
    public static final String ENDING = ".onnx";
    private static final String PREPARATION = "preparation";
    private static final int VERSION = 1;
    private static final long MOST_BYTES = Math.min(Runtime.getRuntime().maxMemory() / 6, 800_000_000);

    record Preparation(int version, Preprocessing preprocessing) {
    }

    /**
     * A file that was read.
     *
     * @param steps how rows are prepared; empty where the file does not say it
     */
    public record Read(OnnxRun run, Optional<Preprocessing> steps) {
    }

    private OnnxStore() {
    }

    /** A file's content. */
    public static byte[] content(TrainedEnsemble model, List<StoredRow> rows) {
        String json = Json.text(RecordWriter.tree(new Preparation(VERSION, model.preprocessing())));
        return OnnxModel.of(model, rows, Map.of(PREPARATION, json));
    }

    /**
     * Opens a file, of Downhill or of another program.
     *
     * @throws StoreException with one sentence where it cannot be
     */
    public static Read read(Path file) {
        PlainFile.require(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new StoreException(Said.of("model.part", file, MOST_BYTES / 1_000_000));
            }
            OnnxRun run = OnnxRun.read(Files.readAllBytes(file));
            return new Read(run, steps(file, run));
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        } catch (MalformedException e) {
            throw e.advising(file, Said.of("advice.model"));
        } catch (RefusedException e) {
            throw new StoreException(Said.of("data.named", file, e.said()), e);
        }
    }

    private static Optional<Preprocessing> steps(Path file, OnnxRun run) {
        byte[] json = run.note(PREPARATION).getBytes(StandardCharsets.UTF_8);
        if (json.length == 0) {
            return Optional.empty();
        }
        String name = file + " (" + PREPARATION + ")";
        JsonNode tree = Json.parse(json, name);
        JsonNode version = tree.get("version");
        if (version != null && version.isInt() && version.intValue() > VERSION) {
            throw new StoreException(Said.of("model.version", file, version, VERSION));
        }
        Preprocessing steps = new RecordReader(name, json).read(Preparation.class, tree, "").preprocessing();
        if (!fits(steps, run.inputs())) {
            throw new StoreException(Said.of("export.onnx.apart", file));
        }
        return Optional.of(steps);
    }

    private static boolean fits(Preprocessing steps, List<OnnxInput> inputs) {
        List<FeatureStep> asked = steps.asked();
        int window = steps.sequence() == null ? 1 : steps.sequence().window();
        boolean fits = asked.size() == inputs.size();
        for (int i = 0; fits && i < asked.size(); i++) {
            OnnxInput input = inputs.get(i);
            fits = input.name().equals(asked.get(i).column()) && input.texts() == asked.get(i) instanceof FeatureStep.OneHot
                    && input.rank() == 2 && input.width() == window;
        }
        return fits;
    }
}
