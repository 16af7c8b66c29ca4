// What really happened: every spend of every copy of every till, whether the head office has heard of it or not, held
// against what was earned. Read from the journals and from nothing that anybody worked out of them.
#pragma once

#include "tests/leases/machine.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guitai::leases {

using Complaints = std::vector<std::string>;

class Truth {
public:
    // Reads on in the journal of a running machine. Complains of what it spent after it had returned it.
    [[nodiscard]] Complaints read(Machine& machine);
    // Its disk is another one now.
    void forget_place(const Machine& machine) { m_places.erase(&machine); }
    // Reads on in the head office's journal, after `number` where it was put back.
    void read(sim::HeadOffice& office);
    void office_was_put_back(std::int64_t number) { m_office_place = number; }
    // A second machine has run as this till, or it runs on an older disk: nobody can vouch for it.
    void doubt(TillNumber till) { m_doubted.insert(till); }

    [[nodiscard]] bool is_doubted(TillNumber till) const { return m_doubted.contains(till); }
    // So much the firm agreed to lose, by name.
    [[nodiscard]] std::int64_t bound() const { return m_bound; }
    // Spent, less what came back of it, beyond what was earned: of each lot, summed up.
    [[nodiscard]] std::int64_t overspent() const;

private:
    using Drawn = std::vector<std::pair<std::string, std::int64_t>>;
    struct Place {
        std::int64_t number{0};
        std::set<std::string> returned{};
    };
    void see(const Machine& machine, const SaleCompleted& sale);
    // A lot of a branch has another name at the head office than where it was earned.
    [[nodiscard]] std::string as_it_was_made(std::string lot) const;
    // Under which name it is remembered here what `machine` calls so.
    [[nodiscard]] std::string known_as(const Machine& machine, const std::string& redemption) const;
    void see_said(database::Connection& reads, const Event& event);

    std::map<const Machine*, Place> m_places;
    std::int64_t m_office_place{0};
    std::set<std::string> m_seen; // By chain: a copy shares the beginning of the journal.
    std::map<std::string, std::int64_t> m_earned, m_spent;
    std::map<std::pair<const Machine*, std::string>, std::string> m_other_names; // Copies give the same ones.
    std::map<std::string, Drawn> m_drawn;
    std::map<std::string, std::int64_t> m_claimed;
    std::set<std::string> m_granted, m_vouched;
    std::set<TillNumber> m_doubted;
    std::map<TillNumber, TillNumber> m_stems; // Whose story went on under that number.
    std::int64_t m_bound{0};
};

// Of the head office's books, after every step.
[[nodiscard]] Complaints faults_of_books(sim::HeadOffice& office, const Truth& truth);
// Of the head office's books once all was said: each event counted once, each refund done once.
[[nodiscard]] Complaints faults_of_sums(sim::HeadOffice& office);
// Each line of a branch is in the journal once, and no two events gave one name.
[[nodiscard]] Complaints faults_of_branches(sim::HeadOffice& office);

} // namespace guitai::leases
