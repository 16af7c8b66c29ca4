#include "terminal/start/counter.hpp"

#include "terminal/device/printer_port.hpp"
#include "terminal/start/books_folder.hpp"
#include "terminal/store/barcode_rules.hpp"

#include <spdlog/spdlog.h>

namespace guitai::start {
namespace {

struct Ended {
    int code{0};
    bool other_books{false}; // Not to be closed: on to practice, or back from it.
};

// From the first picture until the window closes, or other books are asked for.
Ended work(const Voice& voice, const CounterPlan& plan, bool training)
{
    auto printers = open_printers(plan.paper.printers);
    if (!printers) return {voice.refuse(printers.error())};
    // Nobody practises with real cards.
    const auto card_terminal = card_address_of(training ? "" : plan.card_terminal);
    if (!card_terminal) return {voice.refuse(card_terminal.error())};
    const auto books = books_folder(voice, plan.data, training);
    if (!books) return {voice.refuse(books.error())};
    auto folder = DataFolder::open(*books);
    if (!folder) return {voice.refuse(folder.error())};
    auto rules = read_barcode_rules(plan.data / barcode_rules_name);
    if (!rules) return {voice.refuse(rules.error())};
    Counter counter{voice, plan, std::move(*folder), std::move(*printers), std::move(*rules), *card_terminal};
    if (const auto begun = counter.begin(); !begun) return {voice.refuse(begun.error())};
    if (!plan.play.empty()) return {play_day(voice, counter, plan.play)};
    counter.turn();
    spdlog::info("the first picture is on the screen");
    while (counter.window().open() && !counter.wants_other_books()) counter.turn();
    return {.other_books = counter.wants_other_books()};
}

} // namespace

int open_counter(const Voice& voice, const CounterPlan& plan)
{
    bool training{plan.training};
    for (;;) {
        const Ended ended{work(voice, plan, training)};
        if (!ended.other_books) return ended.code;
        training = !training;
    }
}

} // namespace guitai::start
