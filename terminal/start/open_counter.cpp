#include "terminal/start/counter.hpp"

#include "terminal/device/printer_port.hpp"
#include "terminal/store/barcode_rules.hpp"

#include <spdlog/spdlog.h>

namespace guitai::start {

int open_counter(const Voice& voice, const CounterPlan& plan)
{
    auto printers = open_printers(plan.paper.printers);
    if (!printers) return voice.refuse(printers.error());
    const auto card_terminal = card_address_of(plan.card_terminal);
    if (!card_terminal) return voice.refuse(card_terminal.error());
    auto folder = DataFolder::open(plan.data);
    if (!folder) return voice.refuse(folder.error());
    auto rules = read_barcode_rules(plan.data / barcode_rules_name);
    if (!rules) return voice.refuse(rules.error());
    Counter counter{voice, plan, std::move(*folder), std::move(*printers), std::move(*rules), *card_terminal};
    if (const auto begun = counter.begin(); !begun) return voice.refuse(begun.error());
    if (!plan.play.empty()) return play_day(voice, counter, plan.play);
    counter.turn();
    spdlog::info("the first picture is on the screen");
    while (counter.window().open()) counter.turn();
    return 0;
}

} // namespace guitai::start
