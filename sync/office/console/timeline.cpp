#include "sync/office/console/timeline.hpp"

#include "sync/office/console/event_words.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pager.hpp"
#include "sync/office/journal_look.hpp"
#include "sync/office/projections/member_moments.hpp"
#include "sync/office/projections/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guitai::office {
namespace {

// By how the names of the kinds begin: a new kind of order is an order.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> topics{{
    {"sale_completed", "purchases"},
    {"value_", "purchases"},
    {"account_", "purchases"},
    {"order_", "orders"},
    {"points_", "points"},
    {"miss_", "talks"},
    {"talk_", "talks"},
    {"feeling_", "talks"},
    {"complaint_", "talks"},
    {"consent_", "consents"},
    {"member_erased", "privacy"},
    {"member_", "file"},
    {"cannot_", "file"},
    {"members_", "family"},
    {"family_", "family"},
    {"file_", "privacy"},
    {"password_", "privacy"},
    {"privacy_", "privacy"},
}};
constexpr std::string_view other_topic{"other"};

std::string written(const PageMaker& maker, const ComplaintAnswer& answer)
{
    return fmt::format("{} · {}", maker.word(fmt::format("duty.{}", word_of(answer.duty))), answer.words);
}

// What was written of her: on her own page only, where whoever reads it is noted.
std::string written_of_her(const PageMaker& maker, const EventBody& body)
{
    if (const auto* noted = std::get_if<MemberNoted>(&body)) {
        return fmt::format("{} · {}{}", maker.word(fmt::format("note.{}", word_of(noted->note.note_kind))),
                           noted->note.about, noted->dropped ? " · " + maker.word("line.dropped") : "");
    }
    if (const auto* told = std::get_if<MemberNoteTold>(&body)) return told->note.about;
    if (const auto* corrected = std::get_if<MemberCorrected>(&body)) {
        return word_or_itself(maker, "part.", std::string{word_of(corrected->part)});
    }
    if (const auto* accepted = std::get_if<CannotAccepted>(&body)) return accepted->reason;
    if (const auto* posted = std::get_if<PointsPosted>(&body)) return posted->note;
    if (const auto* opened = std::get_if<ComplaintOpened>(&body)) return opened->complaint.about;
    if (const auto* told = std::get_if<ComplaintTold>(&body)) return told->complaint.about;
    if (const auto* answered = std::get_if<ComplaintAnswered>(&body)) return written(maker, answered->answer);
    if (const auto* answer = std::get_if<ComplaintAnswerTold>(&body)) return written(maker, answer->answer);
    return {};
}

// Till, shop, head office or an import: whose word it is.
void add_source(const PageMaker& maker, PageData& row, const Event& event)
{
    std::string staff;
    std::visit(
        [&staff](const auto& body) {
            if constexpr (requires { body.staff.text; }) staff = body.staff.text;
            else if constexpr (requires { body.complaint.staff.text; }) staff = body.complaint.staff.text;
            else if constexpr (requires { body.answer.staff.text; }) staff = body.answer.staff.text;
        },
        static_cast<const AnyEvent&>(event.body));
    if (event.origin != office_origin) {
        row.set("where", fmt::format("{} · {} {}", store_of(maker.reads, event.origin).text, maker.word("tills.till"),
                                     event.origin));
        row.set("by", staff);
        return;
    }
    const std::string actor{actor_of(maker.reads, event.number)};
    const bool by_command{actor == "guitai-office"};
    row.set("where", maker.word(by_command ? "line.import" : "my.head_office"));
    row.set("by", !by_command && !actor.empty() ? actor : staff);
}

} // namespace

std::string_view topic_of(std::string_view kind)
{
    const auto found = std::find_if(topics.begin(), topics.end(),
                                    [kind](const auto& topic) { return kind.starts_with(topic.first); });
    return found == topics.end() ? other_topic : found->second;
}

void fill_timeline(const PageMaker& maker, PageData& row, const MemberId& member)
{
    const std::string chosen{maker.target.value("kind")};
    const auto counts = moment_counts(maker.reads, member);
    std::vector<std::pair<std::string_view, std::int64_t>> totals{{"", 0}};
    std::vector<std::string_view> kinds;
    for (const auto& [kind, count] : counts) {
        const std::string_view topic{topic_of(kind)};
        if (topic == chosen) kinds.push_back(kind);
        totals.front().second += count;
        const auto known = std::find_if(totals.begin() + 1, totals.end(),
                                        [topic](const auto& total) { return total.first == topic; });
        if (known == totals.end()) totals.emplace_back(topic, count);
        else known->second += count;
    }
    const std::string link{fmt::format("/console/service?q={}", escaped(member.text))};
    for (const auto& [topic, count] : totals) {
        row.add("topics")
            .set("link", topic.empty() ? link : fmt::format("{}&kind={}", link, topic))
            .set("topic_name", maker.word(topic.empty() ? "line.all" : fmt::format("line.topic_{}", topic)))
            .set("count", std::to_string(count))
            .when("here", kinds.empty() ? topic.empty() : topic == chosen);
    }
    auto moments = moments_of(maker.reads, member, kinds, rows_a_page + 1, rows_before(maker));
    const bool more{moments.size() > static_cast<std::size_t>(rows_a_page)};
    if (more) moments.pop_back();
    row.when("no_moments", moments.empty());
    for (const MemberMoment& each : moments) {
        PageData& line{row.add("moments")};
        line.set("when", moment(each.at_ms)).set("what", word_or_itself(maker, "event.", each.kind));
        line.set("topic", std::string{topic_of(each.kind)}).set("detail", "").set("written", "").set("where", "");
        const auto event = event_at(maker.reads, each.origin, each.number);
        if (!event) continue;
        describe(maker, line, *event);
        // Whose line it is nobody has to be told on each of it.
        std::erase_if(line.lists["about"], [&member](const PageData& about) {
            return about.texts.find("text")->second == member.text;
        });
        line.set("written", written_of_her(maker, event->body));
        add_source(maker, line, *event);
    }
    add_pager(maker, row, fmt::format("{}&kind={}&", link, kinds.empty() ? "" : chosen), more);
}

} // namespace guitai::office
