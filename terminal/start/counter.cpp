#include "terminal/start/counter.hpp"

#include "terminal/domain/receipt.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace guitai::start {

Counter::Counter(const Voice& voice, const CounterPlan& plan, DataFolder folder, std::unique_ptr<PrinterPort> port)
    : m_queue{[this] {
          if (ui::Window* window{m_woken}; window != nullptr) window->wake();
      }},
      m_store{std::move(folder), m_clock}, m_jobs{m_store.folder().connection()},
      m_sync{m_store, m_clock, m_queue, [this] { m_till.refresh(); }}, m_printer{make_printer(std::move(port))},
      m_words{voice.words()}, m_till{ports()}, m_look_file{plan.data / "look"}
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
                              .shown_text = m_store.catalogue().characters()};
    m_window = std::make_unique<ui::Window>(options, m_words, m_clock, m_ear.hooks());
    m_woken = m_window.get();
    keep_look();
}

Counter::~Counter()
{
    m_woken = nullptr;
}

Result<void> Counter::begin()
{
    m_sync.on_receipt([this](const ReceiptNumber& receipt, const Result<void>& known) {
        if (known) handle(FindSale{receipt, {}});
        else m_till.report(known.error());
        m_window->wake();
    });
    return m_sync.begin();
}

std::unique_ptr<PrinterStatus> Counter::make_printer(std::unique_ptr<PrinterPort> port)
{
    if (!port) {
        m_store.ledger().leave_out_paper(); // Or old receipts would pile up for a printer that is not there.
        return std::make_unique<NoPrinter>();
    }
    const JobSource source{.fetch = [this](std::int64_t after, int limit) { return m_jobs.after(after, limit); },
                           .done = [this](std::int64_t job) { m_jobs.done(job); }};
    return std::make_unique<PrinterQueue>(std::move(port), source, [this] {
        m_queue.post([this] {
            m_printer->wake();
            m_till.refresh();
        });
    });
}

Ports Counter::ports()
{
    return {m_store.catalogue(), m_store.members(), m_store.staff(), m_store.orders(),
            m_store.days(),      m_store.ledger(),  m_pins,          m_clock,
            m_sync,              *m_printer,        [this] { return m_store.shop(); },
            [this](std::string_view key) { return std::string{m_words[key]}; },
            [this] { return m_store.rules(); }, wide_paper, &m_sync};
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
}

bool Counter::act()
{
    bool changed{false};
    for (const std::string& code : m_ear.take_scans()) {
        handle(ScanBarcode{code});
        changed = true;
    }
    for (const Command& command : m_commands.take()) {
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
    return changed;
}

void Counter::keep_look()
{
    m_words.choose(m_screens.look.language);
    const auto local = local_time(m_clock.now_ms(), m_store.shop().utc_offset_minutes);
    m_window->choose(m_screens.look.look_at(local.hour));
}

void Counter::turn()
{
    m_window->turn([this](ui::Ui& ui) { ui::draw_app(m_till.view(), m_screens, ui, m_commands); },
                   [this] { return act(); });
}

} // namespace guitai::start
