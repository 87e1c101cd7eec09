package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowModelTest {
    private final WindowModel model = new WindowModel();

    @Test
    void inLargeTypeANarrowWindowHasOneColumnAtATime() {
        model.resized(1440);
        model.setProjected(true);
        model.leftProperty().set(false);
        model.rightProperty().set(false);
        model.leftProperty().set(true);
        assertThat(model.rightProperty().get()).isFalse();
        model.rightProperty().set(true);
        assertThat(model.leftProperty().get()).isFalse();
    }

    @Test
    void inLargeTypeAWideWindowHasBothColumns() {
        model.resized(1920);
        model.setProjected(true);
        model.leftProperty().set(true);
        model.rightProperty().set(true);
        assertThat(model.leftProperty().get()).isTrue();
        model.resized(1440);
        assertThat(model.rightProperty().get()).as("made narrower it has one").isFalse();
    }

    @Test
    void otherwiseOneColumnLeavesTheOtherAlone() {
        model.resized(1100);
        assertThat(model.rightProperty().get()).isFalse();
        model.rightProperty().set(true);
        assertThat(model.leftProperty().get()).isTrue();
    }

    @Test
    void inLargeTypeTheFormulaComesBesideTheViewOnceThereIsRoom() {
        model.resized(1440);
        assertThat(model.hasRoomForRight()).isFalse();
        model.setProjected(true);
        model.leftProperty().set(false);
        model.rightProperty().set(false);
        model.resized(1920);
        assertThat(model.rightProperty().get()).as("a full screen is wide").isTrue();
        model.rightProperty().set(false);
        model.resized(1900);
        assertThat(model.rightProperty().get()).as("what a person closed stays closed").isFalse();
        model.rightProperty().set(true);
        model.resized(1440);
        assertThat(model.rightProperty().get()).as("one column fits").isTrue();
        model.resized(1100);
        assertThat(model.rightProperty().get()).as("on a small projector the view has the window").isFalse();
        model.rightProperty().set(true);
        model.resized(1090);
        assertThat(model.rightProperty().get()).as("what a person opened stays open").isTrue();
    }
}
