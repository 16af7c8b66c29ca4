#include "terminal/start/counter.hpp"

#include "terminal/domain/receipt.hpp"
#include "terminal/start/nonce.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace guitai::start {

namespace {

// A till that can not sign its receipts sells all the same.
std::unique_ptr<TillReceiptSeal> make_seal(const DataFolder& folder)
{
    const auto seed = folder.key();
    return seed ? std::make_unique<TillReceiptSeal>(*seed, folder.device()) : nullptr;
}

std::unique_ptr<SharedKey> make_key(const DataFolder& folder, SharedKeyUse use)
{
    const auto seed = folder.key();
    return seed ? shared_key(*seed, folder, use) : nullptr;
}

} // namespace

Counter::Counter(const Voice& voice, const CounterPlan& plan, DataFolder folder, PrinterPorts printers,
                 std::vector<InStoreRule> barcode_rules, const std::optional<CardAddress>& card_terminal)
    : m_queue{[this] { m_waker.wake(); }},
      m_store{std::move(folder), m_clock},
      m_jobs{m_store.folder().connection()},
      m_has_office{!m_store.device().office_url.empty()},
      m_sync{m_store, m_clock, m_queue, [this] { refresh(); }},
      m_printer{make_printer(std::move(printers), printer_setup(voice, plan.paper, plan.data))},
      m_card_terminal{make_card_terminal(card_terminal)},
      m_seal{make_seal(m_store.folder())},
      m_phone_key{make_key(m_store.folder(), SharedKeyUse::phone)},
      m_gift_key{make_key(m_store.folder(), SharedKeyUse::gift)},
      m_barcode_rules{std::move(barcode_rules)},
      m_paper_columns{columns_of(plan.paper)},
      m_words{voice.words()},
      m_paper_words{paper_words(voice, plan.paper)},
      m_till{ports()},
      m_look_file{plan.data / "look"},
      m_pictures{plan.data / "pictures" / "fetched", m_clock,
                 [this](const PictureFetch::Answer& answer) { note_picture(answer); }}
{
    if (m_store.device().test) m_clock.allow_setting();
    m_screens.look = ui::load_look(m_look_file);
    if (voice.language_was_typed()) m_screens.look.language = voice.language();
    m_kept_look = m_screens.look;
    m_screens.writing.ime = &m_ime;
    m_words.choose(m_screens.look.language);

    ui::WindowOptions options{.title = m_words.fill("start.window_title", m_store.shop().name),
                              .width = plan.width,
                              .height = plan.height,
                              .fullscreen = plan.fullscreen,
                              .assets = assets_folder(),
                              .photos = plan.data / "pictures",
                              .pictures = {.file = [this](const std::string& at) { return m_pictures.file_of(at); },
                                           .want = [this](const std::string& at) { m_pictures.want(at); }},
                              .shown_text = m_store.catalogue().characters()};
    ui::InputHooks hooks{m_ear.hooks()};
    // The customer's window may have the keyboard; that must not cost a scan.
    hooks.strayed = [this] { return m_customer ? m_customer->take_strokes() : std::vector<ui::Stroke>{}; };
    m_window = std::make_unique<ui::Window>(options, m_words, m_clock, std::move(hooks));
    m_awake.set(m_window.get());
    if (plan.customer_display > 0) {
        options.title = m_paper_words.fill("start.customer_title", m_store.shop().name);
        m_customer =
            std::make_unique<ui::CustomerWindow>(options, plan.customer_display, m_paper_words, m_clock,
                                                 [this] { m_waker.wake(); });
    }
    keep_look();
}

Counter::~Counter() { m_till.stop(); }

Result<void> Counter::begin()
{
    m_sync.on_receipt([this](const ReceiptNumber& receipt, const Result<void>& known) {
        if (known) handle(FindSale{receipt, {}});
        else m_till.report(known.error());
        m_window->wake();
    });
    m_sync.follow_only_if([this] { return m_till.is_between_tickets(); });
    m_sync.on_lease([this](const HearLease& refused) {
        handle(refused);
        m_window->wake();
    });
    m_sync.on_door([this](const HearDoor& heard) {
        handle(heard);
        m_window->wake();
    });
    m_store.inbox().on_news([this](const Event& event) { m_till.hear(event); });
    return m_sync.begin();
}

std::unique_ptr<PrinterStatus> Counter::make_printer(PrinterPorts printers, PrinterSetup setup)
{
    if (printers.empty()) {
        m_store.ledger().leave_out_paper(); // Or old receipts would pile up for a printer that is not there.
        return std::make_unique<NoPrinter>();
    }
    const auto changed = [this] {
        m_queue.post([this] {
            m_printer->wake();
            refresh();
        });
    };
    return std::make_unique<PrinterQueue>(std::move(printers), source_of(m_jobs), changed, std::move(setup));
}

std::unique_ptr<CardTerminal> Counter::make_card_terminal(const std::optional<CardAddress>& address)
{
    if (!address) return nullptr;
    return std::make_unique<TcpCardTerminal>(*address, [this](const HearCard& heard) {
        m_queue.post([this, heard] {
            handle(heard);
            m_window->wake(); // What it changed is not on the glass yet.
        });
    });
}

Ports Counter::ports()
{
    return {m_store.catalogue(), m_store.members(), m_store.staff(), m_store.orders(),
            m_store.days(),      m_store.ledger(),  m_pins,          m_clock,
            m_sync,              *m_printer,        [this] { return m_store.shop(); },
            [this](std::string_view key) { return std::string{m_paper_words[key]}; },
            [this] { return m_store.rules(); },
            m_paper_columns,     &m_sync,           m_seal.get(),    m_barcode_rules,
            m_card_terminal.get(), &m_store.offers(), m_paper_words.language() == ui::Language::english,
            &m_store.service(), m_phone_key.get(), m_gift_key.get(), &m_digits,
            &m_store.points(),   m_has_office ? &m_sync : nullptr, m_has_office ? new_nonce() : std::string{},
            std::string{program_version}, &m_store.member_files(), &m_store.club(),
            &m_store.complaints()};
}

void Counter::refresh()
{
    m_till.refresh();
    if (m_customer) m_customer->outdate();
}

void Counter::note_picture(const PictureFetch::Answer& answer)
{
    if (!answer.arrived) return spdlog::info("picture {}: {}", answer.address, answer.why);
    m_queue.post([this, address = answer.address] {
        m_window->picture_arrived(address);
        if (m_customer) m_customer->picture_arrived(address);
    });
}

void Counter::handle(const Command& command)
{
    try {
        // A refusal is on the glass already, in the view's banner.
        (void)m_till.handle(command);
        if (std::holds_alternative<SyncNow>(command)) m_sync.try_now();
    } catch (const database::DatabaseError& broken) {
        // Nothing of the command happened. The clerk is told, and may try again when there is room.
        spdlog::error("till: {}", broken.what());
        m_till.report(refusal_of(broken));
    }
    if (m_customer) m_customer->outdate(); // Whoever asked: a finger, a scanner or the card terminal.
}

bool Counter::act()
{
    bool changed{false};
    const std::vector<std::string> scans{m_ear.take_scans()};
    m_taps += m_window->input().take_taps() + std::ssize(scans);
    const std::vector<Command> commands{m_commands.take()};
    // A tap that only turned a page counts with the next one that does something.
    if (m_taps > 0 && (!scans.empty() || !commands.empty())) (void)m_till.handle(CountTaps{std::exchange(m_taps, 0)});
    for (const std::string& code : scans) {
        handle(ScanBarcode{code});
        changed = true;
    }
    for (const Command& command : commands) {
        handle(command);
        changed = true;
    }
    if (m_queue.run_slice()) m_window->wake(); // The rest after the next frame.
    if (m_screens.look != m_kept_look) {
        m_kept_look = m_screens.look;
        if (!ui::save_look(m_kept_look, m_look_file)) spdlog::warn("{} can not be written", m_look_file.string());
        changed = true;
    }
    keep_look();
    if (m_customer && changed) m_customer->outdate();
    return changed;
}

void Counter::keep_look()
{
    m_words.choose(m_screens.look.language);
    const auto local = local_time(m_clock.now_ms(), m_till.view().shop.utc_offset_minutes);
    m_window->choose(m_screens.look.look_at(local.hour));
}

void Counter::turn()
{
    m_window->turn([this](ui::Ui& ui) { ui::draw_app(m_till.view(), m_screens, ui, m_commands); },
                   [this] { return act(); });
    show_customer();
    m_store.settle();
    if (m_till.rest()) m_window->wake();
}

void Counter::show_customer()
{
    if (!m_customer) return;
    m_customer->refresh(
        [this](ui::Ui& ui) { ui::draw_customer(m_till.view(), m_customer_memory, ui, m_customer_commands); });
    for (const Command& command : m_customer_commands.take()) {
        handle(command);
        m_window->wake(); // What was said may be seen on the counter's glass, and her own has to thank her.
    }
}

} // namespace guitai::start
