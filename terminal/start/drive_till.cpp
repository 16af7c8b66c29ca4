#include "terminal/start/words_of_guitai.hpp"

#include "terminal/device/printer_queue.hpp"
#include "terminal/domain/receipt.hpp"
#include "terminal/drive/drive.hpp"
#include "terminal/start/headless_sync.hpp"
#include "terminal/start/till_clock.hpp"
#include "terminal/store/pins.hpp"
#include "terminal/store/print_jobs.hpp"

#include <iostream>
#include <memory>

namespace guitai::start {
namespace {

// Paper without a loop: what was printed is taken off the books whenever the next line arrives.
std::unique_ptr<PrinterStatus> make_printer(std::unique_ptr<PrinterPort> port, PrintJobs& jobs)
{
    if (!port) return std::make_unique<NoPrinter>();
    const JobSource source{.fetch = [&jobs](std::int64_t after, int limit) { return jobs.after(after, limit); },
                           .done = [&jobs](std::int64_t job) { jobs.done(job); }};
    return std::make_unique<PrinterQueue>(std::move(port), source, [] {});
}

DriveHooks make_hooks(const Voice& voice, HeadlessSync& sync)
{
    return {.message_of = [&voice](const Refusal& refusal) { return std::string{voice.words()[refusal.code]}; },
            .sync_now = [&sync](std::int64_t timeout_ms) { return sync.run(timeout_ms); },
            .refusal_of =
                [](const std::exception& broken) {
                    const auto* database = dynamic_cast<const database::DatabaseError*>(&broken);
                    return database != nullptr ? refusal_of(*database) : Refusal{"machine.failed", broken.what()};
                }};
}

} // namespace

int drive_till(const Voice& voice, const std::filesystem::path& data, const std::string& printer)
{
    std::unique_ptr<PrinterPort> port;
    if (!printer.empty()) {
        auto opened = open_printer(printer);
        if (!opened) return voice.refuse(opened.error());
        port = std::move(*opened);
    }
    auto folder = DataFolder::open(data);
    if (!folder) return voice.refuse(folder.error());
    TillClock clock;
    if (folder->device().test) clock.allow_setting();
    TillStore store{std::move(*folder), clock};
    if (!port) store.ledger().leave_out_paper();
    PrintJobs jobs{store.folder().connection()};
    const auto paper = make_printer(std::move(port), jobs);
    HeadlessSync sync{store, clock};
    const Argon2Pins pins;
    Till till{{store.catalogue(), store.members(), store.staff(), store.orders(), store.days(), store.ledger(), pins,
               clock, sync, *paper, [&store] { return store.shop(); },
               [&voice](std::string_view key) { return std::string{voice.words()[key]}; },
               [&store] { return store.rules(); }, wide_paper, &sync}};
    Drive drive{till, make_hooks(voice, sync)};
    std::ios::sync_with_stdio(false);
    return drive_lines(std::cin, std::cout, drive);
}

} // namespace guitai::start
