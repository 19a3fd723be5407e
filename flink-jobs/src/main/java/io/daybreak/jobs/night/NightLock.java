package io.daybreak.jobs.night;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * One night, or one landing, at a time works on a lake. The operating system frees the lock of a process that dies. In a
 * bucket the catalog's database holds it for the session, and lets go when the connection is lost; a lake in Glue has
 * none: there one cluster a night is what the launch sees to, and a table's commits are still one after the other.
 */
public final class NightLock implements AutoCloseable {

    private static final String HELD = "another night is running on this lake";
    private static final String WAIT = "wait for it, or end it, then run with --resume";

    private final List<AutoCloseable> held;

    private NightLock(AutoCloseable... held) {
        this.held = List.of(held);
    }

    /**
     * Takes the lake's lock.
     *
     * @throws NightFailure {@link ExitCode#INFRASTRUCTURE} if the lake cannot be written, or another process holds it
     */
    public static NightLock acquire(Lake lake) throws IOException {
        if (lake.inBucket()) {
            return lake.catalog().databaseUrl().isEmpty() ? new NightLock() : inDatabase(lake);
        }
        Path lockFile = lake.runs().resolve(".lock");
        FileChannel channel = open(lockFile);
        try {
            return new NightLock(lock(channel, lockFile), channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable each : held) {
            try {
                each.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("the lake's lock could not be let go: " + e.getMessage(), e);
            }
        }
    }

    private static NightLock inDatabase(Lake lake) {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(lake.catalog().databaseUrl());
            try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(hashtext(?))")) {
                lock.setString(1, lake.root().toString());
                try (ResultSet answer = lock.executeQuery()) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        return new NightLock(connection);
                    }
                }
            }
            connection.close();
        } catch (SQLException e) {
            throw new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    "the catalog's database does not answer: " + e.getMessage(),
                    lake.root().toString(),
                    0,
                    "check address, user and password of --catalog, then run again",
                    e);
        }
        throw new NightFailure(ExitCode.INFRASTRUCTURE, HELD, lake.root().toString(), 0, WAIT);
    }

    private static FileChannel open(Path lockFile) {
        try {
            Files.createDirectories(lockFile.getParent());
            return FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new NightFailure(
                    ExitCode.INFRASTRUCTURE,
                    "cannot write to the lake: " + e,
                    lockFile.toString(),
                    0,
                    "check the folder's owner, rights and free space, then run again",
                    e);
        }
    }

    private static FileLock lock(FileChannel channel, Path lockFile) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new NightFailure(ExitCode.INFRASTRUCTURE, HELD, lockFile.toString(), 0, WAIT);
        }
        return lock;
    }
}
