// Cards: what the bank took from a customer is what the sales say, key by key.
#include "tests/sim/oracles.hpp"

#include "terminal/domain/card_reference.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <map>

namespace guitai::sim {

Complaints cards_agree(World& world)
{
    Complaints complaints;
    for (SimTill* till : world.tills()) {
        std::map<std::string, Money> sold;
        const auto lines = till->store().books().journal().after(till->number(), 0, 1'000'000, std::size_t{1} << 40U);
        for (const JournalLine& line : lines) {
            const auto event = decode(line.text);
            const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
            if (sale == nullptr) continue;
            for (const TenderTaken& taken : sale->tenders) {
                const std::string key{card_key_in(taken.reference)};
                if (!key.empty()) sold[key] += taken.amount;
            }
        }
        const test::CardMachine& machine{till->cards().machine()};
        for (const auto& [key, charge] : machine.charges()) {
            sold[key]; // A key that no sale holds is one of nothing.
        }
        for (const auto& [key, amount] : sold) {
            if (machine.net(key) == amount) continue;
            complaints.push_back(fmt::format("the bank took {} for {} where the sales of till {} say {}",
                                             text_of(machine.net(key)), key, till->number(), text_of(amount)));
        }
        for (const DayReader::AskedCard& open : till->store().days().open_cards()) {
            complaints.push_back(fmt::format("nobody knows what became of {}", open.key));
        }
    }
    return complaints;
}

} // namespace guitai::sim
