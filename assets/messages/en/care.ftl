# Care: from what tasks follow, why today.
care-trigger-new-card = New card
care-trigger-first-purchase = First purchase
care-trigger-big-purchase = One large purchase
care-trigger-brought-somebody = Brought a friend
care-trigger-was-brought = Brought by a friend
care-trigger-milestone = A round sum in all
care-trigger-top-spender = Spent most this year
care-trigger-birthday = Birthday
care-trigger-birthday-list = Next month's birthdays
care-trigger-important-date = Important date
care-trigger-no-purchase = Not bought for long
care-trigger-festival = Festival
care-trigger-season = Change of season
care-trigger-complaint-answer = Complaint to answer
care-trigger-complaint-solve = Complaint to solve
care-trigger-complaint-follow-up = After a complaint
care-trigger-near-downgrade = Level about to end
care-trigger-points-expiring = Points about to end
care-trigger-voucher-expiring = Voucher about to end
care-trigger-wish-arrived = A wish came in
care-trigger-event-invitation = Invitation
care-trigger-follow-up = Set by hand

care-why-new-card = { $level } since { $day }
care-why-first-purchase = Bought for the first time on { $day }
care-why-big-purchase = Bought for ¥{ $amount } at once on { $day }
care-why-brought-somebody = Brought { $name } on { $day }
care-why-was-brought = Came through a friend on { $day }
care-why-milestone = Passed ¥{ $amount } in all on { $day }
care-why-top-spender = Spent most by the end of { $year }: ¥{ $amount } in a year
care-why-birthday = Birthday on { $day }
care-why-birthday-list = { $count } birthdays in { $month }, { $gifts } gifts
care-why-important-date = { $label } on { $day }
care-why-no-purchase = Nothing bought since { $day }
care-why-festival = { $festival } on { $day }
care-why-season = { $season ->
    [spring] Spring
    [summer] Summer
    [autumn] Autumn
   *[winter] Winter
    } begins on { $day }
care-why-complaint-answer = Complaint of { $day }, waiting for our answer
care-why-complaint-solve = Complaint of { $day }, not solved yet
care-why-complaint-follow-up = Complaint of { $day }, solved on { $solved }: ask whether all is well
care-why-near-downgrade = { $level } until { $day }
care-why-points-expiring = Has { $points } points, the first of them end on { $day }
care-why-voucher-expiring = Has a voucher that ends on { $day }
care-why-wish-arrived = { $how ->
    [reduced] { $style }, which she wished for, costs less since { $day }
   *[arrived] { $style }, which she wished for, came in on { $day }
    }
care-why-event-invitation = “{ $event }” on { $day }: invite her
care-why-follow-up = { $title }

care-means-message = Message
care-means-call = Call
care-means-letter = Letter or card
care-means-visit = In person
care-who-adviser = Her own clerk
care-who-visit-clerk = Whoever served her
care-who-pool = Whoever is free
care-customers-new = New customers
care-customers-old = Old customers
