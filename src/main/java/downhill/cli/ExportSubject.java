package downhill.cli;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.export.torch.TorchStanding;
import downhill.export.torch.TorchState;
import downhill.model.TrainedEnsemble;
import downhill.race.Race;
import downhill.race.document.ContenderSpec;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is exported: a trained model, or a contender of a session or an experiment with what its rule remembers where it stands.
 *
 * @param stands null of a trained model
 * @param told   what must be known
 */
record ExportSubject(TrainedEnsemble model, TorchState stands, List<Said> told) {

    /** @param contender name of it; null where there is one alone, or the file is a trained model's */
    static ExportSubject of(Path file, String contender, Progress progress) {
        if (!ExplainDocument.isOne(file)) {
            if (contender != null) {
                throw new InputException(Said.of("export.contender", file));
            }
            return new ExportSubject(FileScoring.read(file), null, List.of());
        }
        List<Said> told = new ArrayList<>();
        ExplainDocument document = ExplainDocument.open(file, told);
        ContenderSpec one = document.contender(contender);
        Progress asked = Progress.asking(() -> !progress.cancelled());
        Prepared data = DataSources.prepare(document.learning().data(), document.folder(), asked);
        try (Race race = document.race(data, asked, progress)) {
            return at(race, document, data, one, told);
        }
    }

    private static ExportSubject at(Race race, ExplainDocument document, Prepared data, ContenderSpec one, List<Said> told) {
        TorchStanding standing = TorchStanding.of(race, document.experiment(), data, one)
                .orElseThrow(() -> new InputException(Said.of("explain.contender.none", one.name(), document.file())));
        told.addAll(standing.told());
        return new ExportSubject(FileScoring.finite(TrainedEnsemble.of(standing.model()), document.file()), standing.stands(), told);
    }
}
