// A till at work behind a window: the store, the till, the scanner, the printer
// and sync, put together once, and the turn that moves a frame's wishes to them.
#pragma once

#include "sync/client/picture_fetch.hpp"
#include "terminal/app/run_queue.hpp"
#include "terminal/app/till.hpp"
#include "terminal/device/card_terminal.hpp"
#include "terminal/device/printer_queue.hpp"
#include "terminal/start/counter_sync.hpp"
#include "terminal/start/keyboard_ear.hpp"
#include "terminal/start/till_clock.hpp"
#include "terminal/start/window_waker.hpp"
#include "terminal/start/words_of_guitai.hpp"
#include "terminal/store/pins.hpp"
#include "terminal/store/print_jobs.hpp"
#include "terminal/store/receipt_seal.hpp"
#include "terminal/store/till_secrets.hpp"
#include "terminal/ui/app_screen.hpp"
#include "terminal/ui/customer_window.hpp"
#include "terminal/ui/pinyin_ime.hpp"
#include "terminal/ui/screens/customer_screen.hpp"
#include "terminal/ui/window.hpp"

#include <memory>

namespace guitai::start {

class Counter {
public:
    using PrinterPorts = std::vector<std::unique_ptr<PrinterPort>>;

    // Without ports nothing is printed. Throws where the machine has no display.
    Counter(const Voice& voice, const CounterPlan& plan, DataFolder folder, PrinterPorts printers,
            std::vector<InStoreRule> barcode_rules, const std::optional<CardAddress>& card_terminal);
    // Its leases wait for the next start.
    ~Counter();
    Counter(const Counter&) = delete;
    Counter& operator=(const Counter&) = delete;

    // Refuses folder.no_key.
    Result<void> begin();

    [[nodiscard]] ui::Window& window() { return *m_window; }
    [[nodiscard]] const TillView& view() const { return m_till.view(); }

    // Sleeps until something happens, draws and acts; once.
    void turn();
    // Practice was asked for, or its end.
    [[nodiscard]] bool wants_other_books() const { return m_screens.other_books; }
    // As if a scanner had read it.
    void scan(const std::string& code) { m_ear.hear_scan(code); }

private:
    [[nodiscard]] std::unique_ptr<PrinterStatus> make_printer(PrinterPorts printers, PrinterSetup setup);
    [[nodiscard]] std::unique_ptr<CardTerminal> make_card_terminal(const std::optional<CardAddress>& address);
    [[nodiscard]] Ports ports();
    // What was asked for since the last frame; true if anything that is drawn may have changed.
    bool act();
    void handle(const Command& command);
    void refresh();
    void show_customer();
    void keep_look();
    // On a fetching thread.
    void note_picture(const PictureFetch::Answer& answer);

    TillClock m_clock;
    WindowWaker m_waker; // Other threads wake the window, while there is one.
    RunQueue m_queue;
    TillStore m_store;
    PrintJobs m_jobs;
    bool m_has_office{false};
    CounterSync m_sync;
    std::unique_ptr<PrinterStatus> m_printer;
    std::unique_ptr<CardTerminal> m_card_terminal; // Null: there is none.
    Argon2Pins m_pins;
    std::unique_ptr<TillReceiptSeal> m_seal; // Null where the folder has no key.
    std::unique_ptr<SharedKey> m_phone_key; // The same.
    std::unique_ptr<SharedKey> m_gift_key;
    MachineDigits m_digits;
    std::vector<InStoreRule> m_barcode_rules;
    std::size_t m_paper_columns;
    ui::Words m_words;       // Of the screens, as the clerk likes it.
    ui::Words m_paper_words; // Of the shop.
    Till m_till;

    ui::PinyinIme m_ime;
    ui::AppScreens m_screens;
    ui::LookSettings m_kept_look;
    std::filesystem::path m_look_file;
    Commands m_commands;
    std::int64_t m_taps{0}; // Since the till was told last.
    KeyboardEar m_ear;
    PictureFetch m_pictures; // Outlives the window, whose reader asks it.
    std::unique_ptr<ui::Window> m_window;
    WindowWaker::Hold m_awake{m_waker}; // Let go before the window is.
    ui::CustomerMemory m_customer_memory;
    Commands m_customer_commands; // Of her finger; apart from the clerk's, who may be in the middle of something.
    std::unique_ptr<ui::CustomerWindow> m_customer; // Null: the customer has no screen.
};

// Plays a day through the real screens and leaves pictures and the day report
// in `folder`. Gives the exit code: 1 where the day got stuck.
int play_day(const Voice& voice, Counter& counter, const std::filesystem::path& folder);

} // namespace guitai::start
