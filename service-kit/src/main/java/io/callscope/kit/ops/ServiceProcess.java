package io.callscope.kit.ops;

import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.kit.config.EffectiveConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a service's process: reads its configuration, logs what it really runs with, starts it, and closes it when
 * the process is asked to end. Exit code 2 for a configuration or usage that cannot be used, 1 for a failed start.
 */
public final class ServiceProcess {
    private static final Logger LOGGER = LoggerFactory.getLogger(ServiceProcess.class);

    /** Starts a service; closing what it returns ends the service. */
    @FunctionalInterface
    public interface Starter<C> {
        AutoCloseable start(C config) throws Exception;
    }

    private ServiceProcess() {}

    /**
     * Runs until the process is asked to end.
     *
     * @param args {@code --config FILE}
     * @return the exit code when the service could not start
     */
    public static <C extends Record> int run(
            String[] args, Class<C> configType, PrintStream errors, Starter<C> starter) {
        ParentWatch.startIfSupervised();
        if (args.length != 2 || !args[0].equals("--config")) {
            errors.println("usage: --config FILE");
            return 2;
        }
        ParentWatch.startIfSupervised();
        AutoCloseable service;
        try {
            C config = new ConfigLoader(System.getenv()).load(Path.of(args[1]), configType);
            EffectiveConfig.of(config)
                    .forEach((path, value) ->
                            LOGGER.atInfo().addKeyValue(path, value).log("configured"));
            service = starter.start(config);
        } catch (ConfigException e) {
            errors.println(e.getMessage());
            return 2;
        } catch (PortTakenException e) {
            errors.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            LOGGER.atError().setCause(e).log("service could not start");
            errors.println("could not start: " + e);
            return 1;
        }
        return waitForTheEnd(service);
    }

    private static int waitForTheEnd(AutoCloseable service) {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(service, closed), "service-shutdown"));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void close(AutoCloseable service, CountDownLatch closed) {
        try {
            service.close();
        } catch (Exception e) {
            LOGGER.atError().setCause(e).log("service did not close cleanly");
        } finally {
            closed.countDown();
        }
    }
}
