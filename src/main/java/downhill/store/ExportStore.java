package downhill.store;

import downhill.export.ExportFormat;
import downhill.export.StoredRow;
import downhill.export.text.HtmlPage;
import downhill.export.text.JavaSource;
import downhill.export.torch.TorchScript;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Trained models in the form of other programs. */
public final class ExportStore {
    private ExportStore() {
    }

    /**
     * The content of a file.
     *
     * @param rows kept in it with their answers
     * @param name of the file, without folder and ending
     * @throws downhill.words.RefusedException with one sentence where the model cannot be written so
     */
    public static byte[] content(ExportFormat format, TrainedEnsemble model, List<StoredRow> rows, String name) {
        return switch (format) {
            case ONNX -> OnnxStore.content(model, rows);
            case JAVA -> JavaSource.of(model, rows, name).getBytes(StandardCharsets.UTF_8);
            case PYTORCH -> TorchScript.of(model, rows).getBytes(StandardCharsets.UTF_8);
            case HTML -> HtmlPage.of(model, rows).getBytes(StandardCharsets.UTF_8);
            case NOTEBOOK -> throw new RefusedException(Said.of("notebook.model"));
        };
    }
}
