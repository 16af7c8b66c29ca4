// A small chain for some days: two tills, their clerks, the head office and its
// dispatcher, all in one process and all from one seed. Makes trouble, heals it,
// and asks the oracles.
#pragma once

#include "tests/sim/clerk.hpp"
#include "tests/sim/dispatcher.hpp"
#include "tests/sim/head_office.hpp"
#include "tests/sim/sim_till.hpp"
#include "tests/sim/tally.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace guitai::sim {

struct Plan {
    std::uint64_t seed{1};
    int steps_a_day{40}; // At each till.
    Trouble trouble{};
    Lie lie{Lie::none};
};

class World {
public:
    explicit World(const Plan& plan);

    // From opening to close. Gives what was wrong: nothing, where all is well.
    [[nodiscard]] std::vector<std::string> live_a_day();
    // Mends every line, lets both ends talk until they have nothing more to say,
    // and gives what the oracles find then.
    [[nodiscard]] std::vector<std::string> heal_and_ask();

    // False on some evenings: the lines stay as they are until another day.
    [[nodiscard]] bool may_heal_tonight() { return m_dice.percent(50); }

    // The same for the same seed: every journal of every place.
    [[nodiscard]] std::string digest();
    [[nodiscard]] std::int64_t events();

    [[nodiscard]] const Chain& chain() const { return m_chain; }
    [[nodiscard]] const Tally& tally() const { return m_tally; }
    [[nodiscard]] std::int64_t now_ms() const { return m_time.now_ms; }
    [[nodiscard]] HeadOffice& office() { return m_office; }
    [[nodiscard]] const Dispatcher& dispatcher() const { return m_dispatcher; }
    [[nodiscard]] std::array<SimTill*, 2> tills() { return {&m_tills[0].till, &m_tills[1].till}; }

private:
    struct Stand {
        Stand(World& world, const std::string& name, const PlaceCode& store);

        SimTill till;
        Clerk clerk;
    };

    void step();
    // What the head office decided about orders, and customers were told: parts, and substitutes.
    void learn_decisions();
    void make_trouble(Stand& stand);
    void trouble_the_office();
    void lose_the_office_disk();
    void heal();
    [[nodiscard]] bool all_is_sent();
    void start_office();
    [[nodiscard]] std::vector<std::string> surprises() const;

    Plan m_plan;
    Dice m_dice;
    TrueTime m_time;
    CrookedClock m_office_clock{m_time};
    Chain m_chain;
    Tally m_tally;
    HeadOffice m_office;
    Dispatcher m_dispatcher;
    std::array<Stand, 2> m_tills;
    std::int64_t m_learned{0}; // Of the head office's events.
    bool m_orders_rest{false};
};

} // namespace guitai::sim
