package downhill.ui.screen.deploy;

import downhill.model.TrainedModel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A model that can be served.
 *
 * @param key   tells it from the others
 * @param label for a person
 * @param name  as it stands in addresses
 * @param model taken from the race where it stands when it is asked for
 */
record ServeOffer(String key, String label, String name, Supplier<CompletableFuture<TrainedModel>> model) {
}
