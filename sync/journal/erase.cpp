#include "sync/journal/erase.hpp"

#include "sync/events/person.hpp"

#include <set>
#include <string>

namespace guitai {
namespace {

// Or not any more.
bool tells_of_nobody(const Event& event) { return without_person(event.body) == event.body; }

void redact(Journal& journal, const database::Transaction& open, Event event)
{
    event.body = without_person(std::move(event.body));
    journal.redact(open, event);
}

class Erasure {
public:
    Erasure(Journal& journal, const database::Transaction& open,
            const std::function<MayErase(const JournalLine&)>& may_erase)
        : m_journal{journal}, m_open{open}, m_may_erase{may_erase}
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
        const MayErase when{m_may_erase(line)};
        if (when == MayErase::never || tells_of_nobody(event)) return;
        if (when == MayErase::now) redact(m_journal, m_open, event);
        else ++m_left;
    }

    Journal& m_journal;
    const database::Transaction& m_open;
    const std::function<MayErase(const JournalLine&)>& m_may_erase;
    std::set<std::string> m_orders;
    std::int64_t m_left{0};
};

} // namespace

std::int64_t erase_person(Journal& journal, const database::Transaction& open, const MemberId& member,
                          const std::function<MayErase(const JournalLine&)>& may_erase)
{
    Erasure erasure{journal, open, may_erase};
    erasure.of_member(member);
    erasure.of_orders();
    return erasure.left();
}

void erase_late(Journal& journal, const database::Transaction& open, const Event& event,
                const std::function<bool(const MemberId&)>& is_erased)
{
    const MemberId person{person_of(event.body)};
    if (person.empty() || !recipient_order_of(event.body).empty() || tells_of_nobody(event)) return;
    if (is_erased(person)) redact(journal, open, event);
}

} // namespace guitai
