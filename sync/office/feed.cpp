#include "sync/office/feed.hpp"

#include "sync/journal/journal.hpp"

namespace guitai::office {

FeedSlice read_feed(database::Connection& connection, std::int64_t number, const std::optional<OwnEvents>& own)
{
    const Journal journal{connection};
    const bool gives_back{own && journal.head(own->till).number > own->number};
    const auto lines = gives_back
                           ? journal.after_both({office_origin, number}, {own->till, own->number}, feed_lines_max)
                           : journal.after(office_origin, number, feed_lines_max);
    FeedSlice slice;
    for (const JournalLine& line : lines) {
        slice.lines += line.text;
        slice.lines += '\n';
        if (line.origin == office_origin) slice.head = line.number;
    }
    // Asked after the lines, so it is never behind them.
    slice.head = std::max(slice.head, journal.head(office_origin).number);
    return slice;
}

} // namespace guitai::office
