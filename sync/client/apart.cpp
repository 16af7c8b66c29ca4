#include "sync/client/apart.hpp"

#include "sync/client/answers.hpp"
#include "sync/client/ask_office.hpp"

#include <string_view>

namespace guitai {
namespace {

constexpr std::string_view other_place_code{"till.other_place"};

// Events after that place of ours; none asks whether the office knows the place.
Result<IntakeReceipt> send(const ApartStory& story, std::int64_t after, const std::vector<std::string>& lines)
{
    WireRequest request{.method = "POST",
                        .target = "/v1/branches?after=" + std::to_string(after) +
                                  "&chain=" + story.chain_at(after).value_or(""),
                        .body = lines_joined(lines)};
    const auto answer = ask_office(story.end, std::move(request), sync_patience_ms);
    if (!answer) return refuse(answer.error());
    return read_receipt(*answer);
}

Result<bool> knows(const ApartStory& story, std::int64_t number)
{
    const auto known = send(story, number, {});
    if (known) return true;
    if (known.error().code == other_place_code) return false;
    return refuse(known.error());
}

// The last of our events up to `confirmed` that the office has as we have it: it has all before it, too.
Result<std::int64_t> last_known(const ApartStory& story, std::int64_t confirmed)
{
    const auto all = knows(story, confirmed);
    if (!all) return refuse(all.error());
    if (*all) return confirmed;
    std::int64_t known{0};
    std::int64_t unknown{confirmed};
    while (unknown - known > 1) {
        const std::int64_t middle{known + (unknown - known) / 2};
        const auto has = knows(story, middle);
        if (!has) return refuse(has.error());
        (*has ? known : unknown) = middle;
    }
    return known;
}

} // namespace

bool is_apart(const Refusal& why) { return why.code == "till.set_aside" || why.code == "journal.fork"; }

Result<void> tell_apart(const ApartStory& story)
{
    const auto place = last_known(story, story.read(1, 1).confirmed);
    if (!place) return refuse(place.error());
    story.confirm(*place);
    while (true) {
        const Unconfirmed batch{story.read(batch_lines_max, batch_bytes_max)};
        if (batch.lines.empty()) return {};
        const auto receipt = send(story, batch.confirmed, batch.lines);
        if (!receipt) return refuse(receipt.error());
        if (receipt->chain != batch.chain) {
            return refuse("sync.chain_differs", "after event " + std::to_string(receipt->cursor));
        }
        story.confirm(receipt->cursor);
    }
}

std::string lines_joined(const std::vector<std::string>& lines)
{
    std::string body;
    for (const std::string& line : lines) body.append(line).append(1, '\n');
    return body;
}

} // namespace guitai
