// A small chain whose two tills share a few points: asks, spends, returns and refunds over a bad line, crashes, copied
// and rewound disks, an office put back to an older copy. Everything comes from one seed; after every step the oracles
// are asked. Points and leases only: the whole trade is in tests/sim.
#pragma once

#include "tests/leases/truth.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai::leases {

// Chances in a thousand, of a step.
struct Plan {
    std::uint64_t seed{1};
    int steps{160};
    Naive rule{Naive::none};
    int crash{25};
    int stop{20};
    int vouch{25};
    int take_back{50};
    int restore{50};
    int day{10};
    int copy{0};      // A second machine runs as till 1.
    int rewind{0};    // A till runs on an older copy of its own disk.
    int put_back{0};  // The office does.
    int write_off{0}; // Till 1 is declared gone, and goes on all the same.
    int merge{0};
    int together{0};  // Two processes of the office have to do with one purse.
    bool claims_too_much{false};
    int cut{40};             // A till has no line for an hour or so.
    int minutes_apart{0};    // The original has none for so long when it is copied.
    bool is_calm{false};     // Copies and originals do little, so that they come to blows late.
};

// How often; so that a quiet world is no proof.
struct Counts {
    std::int64_t steps{0}, grants{0}, spends{0}, offline_spends{0}, restores{0}, crashes{0}, copies{0}, put_backs{0};
};

class LeaseWorld {
public:
    explicit LeaseWorld(const Plan& plan);
    ~LeaseWorld();
    LeaseWorld(const LeaseWorld&) = delete;
    LeaseWorld& operator=(const LeaseWorld&) = delete;

    // To the first thing that is not so, or through all steps and a healing; nothing: all was well.
    [[nodiscard]] Complaints live();
    [[nodiscard]] const Counts& counts() const { return m_counts; }
    [[nodiscard]] sim::HeadOffice& office() { return m_office; }

private:
    void found();
    Machine& add_machine(const Who& who);
    [[nodiscard]] Who enrol(const PlaceCode& store);
    [[nodiscard]] Complaints look();
    void step();
    void act(Machine& machine);
    void trade(Machine& machine);
    void sync(Machine& machine);
    void spend(Machine& machine, std::int64_t points);
    void go_down(Machine& machine);
    void bring_back(Machine& machine);
    void give();
    [[nodiscard]] bool knows(const Machine& machine, const void* by) const;
    void copy_disk();
    void rewind(Machine& machine);
    void put_office_back();
    void write_off();
    void merge_or_part();
    void lend_together();
    void take_in_together();
    void heal();
    bool heal_round();
    void recall_all();
    [[nodiscard]] Complaints faults_after_healing();
    [[nodiscard]] Complaints faults_of_rows(Machine& machine);
    [[nodiscard]] Complaints faults_of_home(const Machine& machine);
    [[nodiscard]] bool is_armed_or_followed(const Machine& machine) const;
    [[nodiscard]] std::string fault_of_story(Machine& machine);
    [[nodiscard]] bool is_good(TillNumber till);
    [[nodiscard]] MemberId anybody() { return {m_dice.percent(50) ? "M1" : "M2"}; }
    [[nodiscard]] std::string some_day();

    Plan m_plan;
    sim::Dice m_dice;
    sim::TrueTime m_time;
    sim::CrookedClock m_clock{m_time};
    sim::Dice m_office_dice;
    sim::HeadOffice m_office;
    std::vector<std::unique_ptr<Machine>> m_machines;
    Truth m_truth;
    std::vector<Sold> m_sold;
    std::vector<Redeemed> m_redeemed;
    std::string m_old_disk; // Of till 1.
    std::int64_t m_backup_number{0};
    std::int64_t m_last_grants{0};
    bool m_is_merged{false};
    bool m_is_written_off{false};
    Counts m_counts;
};

} // namespace guitai::leases
