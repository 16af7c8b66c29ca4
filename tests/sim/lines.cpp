#include "tests/sim/lines.hpp"

namespace guitai::sim {

std::vector<JournalLine> all_lines(const Journal& journal, TillNumber origin)
{
    return journal.after(origin, 0, 1'000'000, std::size_t{1} << 40U);
}

bool keeps_promise(const JournalLine& line, std::string_view acknowledged, std::string_view before)
{
    if (line.text == acknowledged) return true;
    return is_redacted(line.text) && line.chain == chain_link(before, acknowledged);
}

} // namespace guitai::sim
