#include "sync/office/console/till_rows.hpp"

#include "sync/journal/journal.hpp"
#include "sync/office/access.hpp"
#include "sync/office/branches.hpp"

namespace guitai::office {

void fill_till(const PageMaker& maker, PageData& row, const TillEnrolled& till)
{
    const TillContact contact{contact_of(maker.reads, till.till)};
    const auto branch = find_branch(maker.reads, till.till);
    row.set("till", std::to_string(till.till)).set("store", till.store.text).when("test", till.test);
    row.set("cursor", std::to_string(Journal{maker.reads}.head(till.till).number));
    row.set("heard", contact.heard_at_ms == 0 ? maker.word("tills.never") : ago(maker, contact.heard_at_ms));
    row.when("quiet", !contact.set_aside && contact.heard_at_ms < maker.now_ms - quiet_after_ms);
    row.when("set_aside", contact.set_aside && !branch).when("branch", branch.has_value());
    row.set("reason", branch ? maker.word_with("tills.branch", std::to_string(branch->till))
                             : maker.word("tills.two_stories"));
}

} // namespace guitai::office
