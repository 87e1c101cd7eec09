package downhill.ui.screen.deploy;

import downhill.data.Visible;
import downhill.data.prepare.Prepared;
import downhill.model.TrainedModel;
import downhill.race.MeasuredLoss;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.serve.ModelAddress;
import downhill.ui.fit.ContenderModel;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What can be served: the forms that there are, and the other contenders where they stand. FX thread. */
final class ServeOffers {
    private static final String PLAIN = "model";

    private ServeOffers() {
    }

    /** Forms first, as they are listed; empty where there is no model. */
    static List<ServeOffer> of(DeployModel model) {
        List<ServeOffer> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (model.told() == null) {
            return all;
        }
        String own = Visible.line(model.told().contender().name());
        for (Form form : model.forms()) {
            if (form.isMade()) {
                String key = form.wish() == null ? "" : form.wish().id();
                String label = own + ", " + FormWords.name(form.wish());
                String name = free(form.model().name(), names);
                all.add(new ServeOffer(key, label, name, () -> CompletableFuture.completedFuture(form.model())));
            }
        }
        Session session = model.session();
        for (ContenderSpec one : session.experiment().contenders()) {
            RaceSnapshot.Standing standing = Snapshots.of(session.snapshotProperty().get(), one.id()).orElse(null);
            boolean stands = standing != null && standing.step() > 0 && Double.isFinite(standing.loss());
            if (!one.id().equals(model.told().contender().id()) && stands) {
                all.add(new ServeOffer("@" + one.id(), Visible.line(one.name()), free(one.name(), names), () -> taken(session, one)));
            }
        }
        return all;
    }

    private static CompletableFuture<TrainedModel> taken(Session session, ContenderSpec one) {
        Racing race = session.race().racing();
        Experiment experiment = session.experiment();
        Prepared prepared = session.dataProperty().get().prepared();
        RaceSnapshot.Standing standing = Snapshots.of(session.snapshotProperty().get(), one.id()).orElseThrow();
        MeasuredLoss unknown = new MeasuredLoss(Double.NaN, Double.NaN);
        return race.answerAt(one.id(), standing.step()).thenApply(row -> ContenderModel.of(experiment, prepared, one, standing.step(),
                standing.outcome().name(), unknown, row));
    }

    private static String free(String wanted, Set<String> names) {
        String plain = ModelAddress.name(wanted.toLowerCase(java.util.Locale.ROOT));
        String first = plain.isEmpty() ? PLAIN : plain;
        String name = first;
        for (int i = 2; !names.add(name); i++) {
            name = first + "-" + i;
        }
        return name;
    }
}
