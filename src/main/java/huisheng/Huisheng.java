package huisheng;

import huisheng.cli.Commands;
import java.io.IOException;

/** Main. */
public final class Huisheng {
    private Huisheng() {}

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.load(System.getenv());
        System.exit(Commands.run(settings.home(), pack -> Server.start(settings, pack), arguments));
    }
}
