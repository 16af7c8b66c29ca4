#include "sync/journal/erase.hpp"

#include "sync/events/person.hpp"

#include <set>
#include <string>

namespace guitai {
namespace {

class Erasure {
public:
    Erasure(Journal& journal, const database::Transaction& open,
            const std::function<bool(const JournalLine&)>& may_touch)
        : m_journal{journal}, m_open{open}, m_may_touch{may_touch}
    {
    }

    void of_member(const MemberId& member)
    {
        for (const JournalLine& line : m_journal.lines_with(member.text)) {
            const auto event = decode(line.text);
            if (!event || person_of(event->body) != member) continue;
            if (const OrderId order{recipient_order_of(event->body)}; !order.empty()) m_orders.insert(order.text);
            take(line, *event);
        }
    }
    // News of her orders that name the order alone: an address that was changed.
    void of_orders()
    {
        for (const std::string& order : m_orders) {
            for (const JournalLine& line : m_journal.lines_with(order)) {
                const auto event = decode(line.text);
                const bool names_order{event && recipient_order_of(event->body).text == order};
                if (names_order && person_of(event->body).empty()) take(line, *event);
            }
        }
    }
    [[nodiscard]] std::int64_t left() const { return m_left; }

private:
    void take(const JournalLine& line, const Event& event)
    {
        Event blank{event};
        blank.body = without_person(event.body);
        if (blank == event) return; // Nothing in it tells of her, or not any more.
        if (m_may_touch(line)) m_journal.redact(m_open, blank);
        else ++m_left;
    }

    Journal& m_journal;
    const database::Transaction& m_open;
    const std::function<bool(const JournalLine&)>& m_may_touch;
    std::set<std::string> m_orders;
    std::int64_t m_left{0};
};

} // namespace

std::int64_t erase_person(Journal& journal, const database::Transaction& open, const MemberId& member,
                          const std::function<bool(const JournalLine&)>& may_touch)
{
    Erasure erasure{journal, open, may_touch};
    erasure.of_member(member);
    erasure.of_orders();
    return erasure.left();
}

} // namespace guitai
