#include "terminal/start/counter.hpp"

#include "terminal/device/printer_port.hpp"

namespace guitai::start {

int open_counter(const Voice& voice, const CounterPlan& plan)
{
    std::unique_ptr<PrinterPort> port;
    if (!plan.printer.empty()) {
        auto opened = open_printer(plan.printer);
        if (!opened) return voice.refuse(opened.error());
        port = std::move(*opened);
    }
    auto folder = DataFolder::open(plan.data);
    if (!folder) return voice.refuse(folder.error());
    Counter counter{voice, plan, std::move(*folder), std::move(port)};
    if (const auto begun = counter.begin(); !begun) return voice.refuse(begun.error());
    if (!plan.play.empty()) return play_day(voice, counter, plan.play);
    while (counter.window().open()) counter.turn();
    return 0;
}

} // namespace guitai::start
