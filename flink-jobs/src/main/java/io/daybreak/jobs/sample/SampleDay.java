package io.daybreak.jobs.sample;

import io.daybreak.jobs.landing.LandedFile;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.LandingWriter;
import io.daybreak.jobs.landing.Trailer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes one sample day: every landed table under {@code landing/}, each with its trailer, and what was planted under
 * {@code truth/date=<business date>/}. Same request but for parallelism and lake, same bytes. Whole files are the unit of
 * work, so memory is bounded by parallelism times one row group.
 */
public final class SampleDay {

    private final SampleRequest request;
    private final List<Feed> feeds = new ArrayList<>();
    private final Truth truth;

    private SampleDay(SampleRequest request) {
        this.request = request;
        long seed = request.seed();
        LocalDate day = request.businessDate();
        long epochDay = day.toEpochDay();
        long rows = request.transactions();

        Population population = new Population(seed, day, Population.customersFor(rows), Plants.subjects(rows));
        Outside outside = new Outside(seed, population);
        Spending spending = new Spending(population, rows, BusinessDays.isWeekend(day));
        Market market = new Market(seed, day, request.historyDays());
        Counterparties counterparties = new Counterparties(seed, rows);
        Instruments instruments = new Instruments(seed, epochDay, market, counterparties);
        Watch watch = new Watch(seed, instruments);
        Plants plants = new Plants(seed, rows, epochDay, population, outside, watch);
        DayBook book = new DayBook(seed, day, population, outside, spending);
        Defects defects = new Defects(population, outside, plants, book);
        OrderBook orders = new OrderBook(seed, rows, epochDay, population, instruments);
        Lending lending = new Lending(seed, population, counterparties);
        OpeningFeeds.Past past = OpeningFeeds.Past.of(seed, epochDay, population, outside, spending, plants, rows);
        TransactionsFeed transactions = new TransactionsFeed(rows, request.wide(), book, plants, defects);

        feeds.add(transactions);
        feeds.add(new OpeningFeeds.Activity(past));
        feeds.add(new OpeningFeeds.Met(past));
        feeds.add(new OpeningFeeds.Purchases(past));
        feeds.add(new PeopleFeeds.Customers(population));
        feeds.add(new PeopleFeeds.Accounts(population));
        feeds.add(counterparties);
        feeds.add(instruments);
        feeds.add(new Positions(seed, rows, instruments, counterparties));
        feeds.add(new MarketFeeds.RiskFactors(market));
        feeds.add(new MarketFeeds.History(market));
        feeds.add(new MarketFeeds.FxRates(market, day));
        feeds.add(new TradingFeeds.Orders(orders));
        feeds.add(new TradingFeeds.Trades(orders, counterparties));
        feeds.add(new LendingFeeds.Exposures(lending, epochDay));
        feeds.add(new LendingFeeds.Collateral(lending));
        feeds.add(new Ledger(lending, day.getYear() - 1));
        feeds.add(watch);
        Path truths = request.lake().resolve("truth").resolve("date=" + day);
        truth = new Truth(truths, rows, transactions, plants, defects, population, orders);
    }

    /**
     * Writes the day, replacing what an earlier request left under the same date. A feed's trailer is written last: a feed
     * without one is not complete.
     *
     * @return the trailers, one for each feed
     * @throws IOException if the lake cannot be written
     */
    public static List<Trailer> write(SampleRequest request) throws IOException {
        return new SampleDay(request).run();
    }

    private List<Trailer> run() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(request.parallelism());
        try {
            List<List<Future<LandedFile>>> running = new ArrayList<>();
            for (Feed feed : feeds) {
                Path directory = directory(feed);
                clear(directory);
                List<Future<LandedFile>> files = new ArrayList<>();
                int count = (int) Math.max(1, (feed.units() + feed.unitsPerFile() - 1) / feed.unitsPerFile());
                for (int i = 0; i < count; i++) {
                    int number = i;
                    files.add(threads.submit(() -> writeFile(feed, directory, number)));
                }
                running.add(files);
            }
            Future<?> truths = threads.submit(this::writeTruth);
            List<Trailer> trailers = new ArrayList<>();
            for (int i = 0; i < feeds.size(); i++) {
                List<LandedFile> files = new ArrayList<>();
                for (Future<LandedFile> file : running.get(i)) {
                    files.add(await(file));
                }
                Trailer trailer = Trailer.of(feeds.get(i).table().name(), request.businessDate(), files);
                trailer.write(directory(feeds.get(i)));
                trailers.add(trailer);
            }
            await(truths);
            return List.copyOf(trailers);
        } finally {
            threads.shutdownNow();
        }
    }

    private Path directory(Feed feed) {
        return LandingPaths.feed(request.lake(), feed.table().name(), request.businessDate());
    }

    private static LandedFile writeFile(Feed feed, Path directory, int number) throws IOException {
        long from = number * feed.unitsPerFile();
        long to = Math.min(feed.units(), from + feed.unitsPerFile());
        Path path = directory.resolve(LandingPaths.fileName(number));
        try (LandingWriter writer = LandingWriter.open(feed.table(), path)) {
            Cells cells = new Cells(feed.table(), writer);
            for (long unit = from; unit < to; unit++) {
                feed.write(unit, cells);
            }
            return writer.finish();
        }
    }

    private void writeTruth() {
        try {
            truth.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve(LandingPaths.TRAILER));
        try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "part-*.parquet")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the sample was being written", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw new IllegalStateException("writing the sample failed: " + cause, cause);
        }
    }
}
