#include "terminal/start/words_of_guitai.hpp"

#include "terminal/device/printer_queue.hpp"
#include "terminal/domain/receipt.hpp"
#include "terminal/drive/drive.hpp"
#include "terminal/start/books_folder.hpp"
#include "terminal/start/headless_cards.hpp"
#include "terminal/start/headless_sync.hpp"
#include "terminal/start/nonce.hpp"
#include "terminal/start/till_clock.hpp"
#include "terminal/store/barcode_rules.hpp"
#include "terminal/store/pins.hpp"
#include "terminal/store/receipt_seal.hpp"
#include "terminal/store/till_secrets.hpp"

#include <iostream>
#include <memory>

namespace guitai::start {
namespace {

// Paper without a loop: what was printed is taken off the books whenever the next line arrives.
std::unique_ptr<PrinterStatus> make_printer(std::vector<std::unique_ptr<PrinterPort>> printers, PrintJobs& jobs,
                                            PrinterSetup setup)
{
    if (printers.empty()) return std::make_unique<NoPrinter>();
    return std::make_unique<PrinterQueue>(std::move(printers), source_of(jobs), [] {}, std::move(setup));
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

int drive_till(const Voice& voice, const DrivePlan& plan)
{
    // Nobody practises with real cards.
    const auto card_address = card_address_of(plan.training ? "" : plan.card_terminal);
    if (!card_address) return voice.refuse(card_address.error());
    auto printers = open_printers(plan.paper.printers);
    if (!printers) return voice.refuse(printers.error());
    const auto data = books_folder(voice, plan.data, plan.training);
    if (!data) return voice.refuse(data.error());
    auto folder = DataFolder::open(*data);
    if (!folder) return voice.refuse(folder.error());
    auto rules = read_barcode_rules(plan.data / barcode_rules_name);
    if (!rules) return voice.refuse(rules.error());
    TillClock clock;
    if (folder->device().test) clock.allow_setting();
    TillStore store{std::move(*folder), clock};
    if (printers->empty()) store.ledger().leave_out_paper();
    PrintJobs jobs{store.folder().connection()};
    const auto paper = make_printer(std::move(*printers), jobs, printer_setup(voice, plan.paper, plan.data));
    HeadlessSync sync{store, clock};
    HeadlessCards cards{*card_address};
    const Argon2Pins pins;
    const bool has_office{!store.device().office_url.empty()};
    const ui::Words words{paper_words(voice, plan.paper)};
    const auto seed = store.folder().key();
    const auto seal = seed ? std::make_unique<TillReceiptSeal>(*seed, store.device()) : nullptr;
    const auto phone_key = seed ? shared_key(*seed, store.folder(), SharedKeyUse::phone) : nullptr;
    const auto gift_key = seed ? shared_key(*seed, store.folder(), SharedKeyUse::gift) : nullptr;
    MachineDigits digits;
    Till till{{store.catalogue(), store.members(), store.staff(), store.orders(), store.days(), store.ledger(), pins,
               clock, sync, *paper, [&store] { return store.shop(); },
               [&words](std::string_view key) { return std::string{words[key]}; },
               [&store] { return store.rules(); }, columns_of(plan.paper), &sync, seal.get(), std::move(*rules),
               cards.terminal(), &store.offers(), words.language() == ui::Language::english,
               &store.service(), phone_key.get(), gift_key.get(), &digits, &store.points(),
               has_office ? &sync : nullptr, has_office ? new_nonce() : std::string{}, std::string{program_version},
               &store.member_files(), &store.club(), &store.complaints()}};
    store.inbox().on_news([&till](const Event& event) { till.hear(event); });
    sync.follow_only_if([&till] { return till.is_between_tickets(); });
    DriveHooks hooks{make_hooks(voice, sync)};
    hooks.hear = [&](std::int64_t timeout_ms, const std::function<bool()>& is_enough) {
        cards.hear(till, timeout_ms, is_enough);
    };
    Drive drive{till, std::move(hooks)};
    std::ios::sync_with_stdio(false);
    const int code{drive_lines(std::cin, std::cout, drive)};
    till.stop();
    return code;
}

} // namespace guitai::start
